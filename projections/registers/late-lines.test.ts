import { carrier, oil, plant, producer, secondCarrier, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import { corrected, declared, handedOver, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { ToldRegisters } from './testing/told-registers.ts'

const plates = ['00123-118-16']

describe('what comes late', () => {
  test('a pick-up that nobody says the site of is written when the declaration comes, as what it proved it', () => {
    const told = new ToldRegisters(pickedUp(), received(), declared())
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      {
        number: 1,
        position: 3,
        cause: 'waste.movement.declared',
        event: { id: 'picked-up', position: 1 },
        time: clock('09:00'),
      },
    ])
    expect(told.lines(producer.site, 'outgoing')[0]).not.toHaveProperty('correctsNumber')
  })

  test('a declaration tells the plant where the load came from: the line is written again, whole', () => {
    const told = new ToldRegisters(pickedUp(), received(), declared({ acceptanceCertificate: 'CAP-7' }))
    const [first, second, ...others] = told.lines(plant.site, 'incoming')
    expect(first?.entry).not.toHaveProperty('from')
    expect(second).toMatchObject({
      number: 2,
      position: 3,
      correctsNumber: 1,
      event: { id: 'received', position: 2 },
      entry: { kg: 1000, from: producer.site, acceptanceCertificate: 'CAP-7', waste: steel },
    })
    expect(others).toEqual([])
  })

  test('a pick-up tells the plant who brought the load', () => {
    const told = new ToldRegisters(declared(), received(), pickedUp())
    expect(told.lines(plant.site, 'incoming')).toMatchObject([
      { entry: { carriers: [] } },
      { correctsNumber: 1, entry: { carriers: [{ carrier, plates }] } },
    ])
  })

  test('a hand-over tells the plant too, when it was before the gate', () => {
    const second = { carrier: secondCarrier, plates: ['04521-120-09'] }
    const swap = { vehicle: { plates: second.plates } }
    const told = new ToldRegisters(
      declared(),
      pickedUp(),
      received(),
      handedOver(swap),
      handedOver({ fromCarrier: secondCarrier, toCarrier: carrier }, { id: 'later', time: clock('13:00') }),
    )
    expect(told.lines(plant.site, 'incoming')).toMatchObject([
      { entry: { carriers: [{ carrier, plates }] } },
      { correctsNumber: 1, entry: { carriers: [{ carrier, plates }, second] } },
    ])
    expect(told.lines(producer.site, 'outgoing')).toHaveLength(1)
  })

  test('a declaration that names another site than the pick-up did: withdrawn there, written here', () => {
    const told = new ToldRegisters(pickedUp({ fromSite: 'S-OTHER' }), declared())
    const [, withdrawn] = told.lines('S-OTHER', 'outgoing')
    expect(withdrawn).toMatchObject({
      number: 2,
      correctsNumber: 1,
      withdrawn: true,
      movement: 'MV-1',
      event: { id: 'picked-up' },
    })
    expect(withdrawn).not.toHaveProperty('entry')
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([{ number: 1, entry: { to: plant.site } }])
  })

  test('a site that gets back what was withdrawn from it corrects the withdrawal', () => {
    const said = pickedUp({ fromSite: producer.site })
    const moved = corrected(said, { fromSite: 'S-OTHER' })
    const again = corrected(said, {}, { id: 'again', time: clock('14:00') })
    const told = new ToldRegisters(said, moved, again)
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      { number: 1, entry: { carriers: [{ carrier }] } },
      { number: 2, correctsNumber: 1, withdrawn: true },
      { number: 3, correctsNumber: 2, entry: { carriers: [{ carrier }] } },
    ])
  })
})

describe('what a load is, where nobody has announced it,', () => {
  const partly = { outcome: 'partly-accepted', acceptedKg: 600, refusedKg: 400, reason: { code: 'other' } } as const
  const first = received({ ...partly, waste: steel })
  const rest = received({ site: 'S-OTHER', leg: 2, netKg: 400, acceptedKg: 400 }, { id: 'rest', time: clock('15:00') })

  test('is what the first gate found that says so, at the next gate too', () => {
    const told = new ToldRegisters(first, rest)
    expect(told.lines('S-OTHER', 'incoming')).toMatchObject([{ number: 1, entry: { waste: steel } }])
  })

  test('is written at the next gate when the first says it late', () => {
    const told = new ToldRegisters(rest, first)
    const [before, after, ...others] = told.lines('S-OTHER', 'incoming')
    expect(before?.entry).not.toHaveProperty('waste')
    expect(after).toMatchObject({
      number: 2,
      correctsNumber: 1,
      cause: 'waste.movement.received',
      event: { id: 'rest', position: 1 },
      entry: { kg: 400, waste: steel },
    })
    expect(others).toEqual([])
  })

  test('is written for the site that it left, too', () => {
    const told = new ToldRegisters(pickedUp({ fromSite: producer.site }), first)
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      { entry: { carriers: [{ carrier }] } },
      { number: 2, correctsNumber: 1, position: 2, entry: { waste: steel } },
    ])
  })

  test('is for each gate what it found itself, and for the others what the earliest found', () => {
    const other = received({ ...partly, waste: oil }, { id: 'other', time: clock('11:00') })
    const told = new ToldRegisters(first, rest, { ...other, data: { ...other.data, site: 'S-THIRD' } })
    expect(told.lines(plant.site, 'incoming')).toMatchObject([{ entry: { waste: steel } }])
    expect(told.lines('S-OTHER', 'incoming')).toMatchObject([
      { entry: { waste: steel } },
      { correctsNumber: 1, entry: { waste: oil } },
    ])
  })

  test('changes no line once the pick-up has said it', () => {
    const told = new ToldRegisters(pickedUp({ fromSite: producer.site, waste: oil }), rest, first)
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([{ entry: { waste: oil } }])
    expect(told.lines('S-OTHER', 'incoming')).toMatchObject([{ entry: { waste: oil } }])
  })
})
