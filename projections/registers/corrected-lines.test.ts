import { carrier, oil, plant, producer, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  approved,
  cancelled,
  corrected,
  declared,
  declined,
  pickedUp,
  received,
} from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { ToldRegisters } from './testing/told-registers.ts'

describe('corrections', () => {
  const weighed = pickedUp({ kg: 998.5, basis: 'weighed' })

  test('one that counts at once is written under the next number, with all that it says', () => {
    const told = new ToldRegisters(declared(), weighed, corrected(weighed, { kg: 989.5, vehicle: { plates: ['X'] } }))
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      { number: 1, entry: { kg: 998.5 } },
      {
        number: 2,
        correctsNumber: 1,
        position: 3,
        cause: 'waste.movement.corrected',
        event: { id: 'picked-up', position: 2 },
        entry: { kg: 989.5, carriers: [{ carrier, plates: ['X'] }], to: plant.site },
      },
    ])
  })

  test('the second corrects the line of the first', () => {
    const first = corrected(weighed, { kg: 989.5 })
    const second = corrected(weighed, { kg: 999 }, { id: 'second', time: clock('14:00') })
    const told = new ToldRegisters(declared(), weighed, first, second)
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([{}, { correctsNumber: 1 }, { correctsNumber: 2 }])
  })

  const waiting = corrected(weighed, { kg: 989.5 })
  const between = [declared(), weighed, received(), waiting] // the plant has acted between the two

  test('one that waits for another party writes nothing', () => {
    expect(new ToldRegisters(...between).lines(producer.site, 'outgoing')).toHaveLength(1)
  })

  test('and is written when that party approves', () => {
    const told = new ToldRegisters(...between, approved(waiting, { site: plant.site }))
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      { number: 1 },
      { number: 2, correctsNumber: 1, position: 5, cause: 'waste.movement.correction-approved', entry: { kg: 989.5 } },
    ])
  })

  test('and never when it declines', () => {
    const told = new ToldRegisters(...between, declined(waiting, { site: plant.site }))
    expect(told.lines(producer.site, 'outgoing')).toHaveLength(1)
  })

  test('one waits too for the producer who cancelled before it, and what was written is taken back when that is known late', () => {
    const cancellation = cancelled({}, { time: clock('11:00') })
    const inTime = new ToldRegisters(declared(), weighed, cancellation, waiting)
    expect(inTime.lines(producer.site, 'outgoing')).toMatchObject([{ entry: { kg: 998.5 } }])
    const late = new ToldRegisters(declared(), weighed, waiting, cancellation)
    expect(late.lines(producer.site, 'outgoing')).toMatchObject([
      { entry: { kg: 998.5 } },
      { entry: { kg: 989.5 } },
      { correctsNumber: 2, cause: 'waste.movement.cancelled', entry: { kg: 998.5 } },
    ])
  })

  test('one of the declaration changes the lines that were made of it', () => {
    const said = declared()
    const told = new ToldRegisters(
      said,
      pickedUp(),
      corrected(said, { kg: 1200, waste: oil }, { time: clock('08:10') }),
    )
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      { entry: { kg: 1000, basis: 'estimated', waste: steel } },
      { correctsNumber: 1, entry: { kg: 1200, waste: oil } },
    ])
  })

  test('one of the declared mass changes nothing when the carrier has weighed the load', () => {
    const said = declared()
    const told = new ToldRegisters(said, weighed, corrected(said, { kg: 1200 }, { time: clock('08:10') }))
    expect(told.lines(producer.site, 'outgoing')).toHaveLength(1)
  })

  test('one of a receipt keeps the checks and says the reason', () => {
    const said = received({ checks: { document: true } })
    const refusal = { outcome: 'refused', acceptedKg: 0, refusedKg: 1000, reason: { code: 'site-full' } }
    const told = new ToldRegisters(declared(), pickedUp(), said, corrected(said, refusal))
    expect(told.lines(plant.site, 'incoming')[1]).toMatchObject({
      correctsNumber: 1,
      entry: { ...refusal, checks: { document: true } },
    })
  })
})
