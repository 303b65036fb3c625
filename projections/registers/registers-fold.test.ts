import { carrier, oil, plant, producer, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  cancelled,
  declared,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { ToldRegisters } from './testing/told-registers.ts'

const plates = ['00123-118-16']

describe('an ordinary movement', () => {
  const told = new ToldRegisters(
    declared({ waste: { ...oil, hazards: ['HP14'] }, acceptanceCertificate: 'CAP-7', plannedOperation: 'R9' }),
    pickedUp({ kg: 998.5, basis: 'weighed', driver: 'person-7' }),
    received({
      weighing: { grossKg: 13_000, tareKg: 12_000, ticket: 'PB-1' },
      checks: { visual: true, document: true },
    }),
  )

  test('is line 1 of the outgoing register of the producer', () => {
    expect(told.lines(producer.site, 'outgoing')).toMatchObject([
      {
        number: 1,
        position: 2,
        cause: 'waste.movement.picked-up',
        event: { id: 'picked-up', position: 2 },
        time: clock('09:00'),
        recordedBy: 'service:tests',
        site: producer.site,
        register: 'outgoing',
        movement: 'MV-1',
        entry: {
          waste: { code: oil.code, hazards: ['HP14'] },
          kg: 998.5,
          basis: 'weighed',
          to: plant.site,
          carriers: [{ carrier, plates }],
          acceptanceCertificate: 'CAP-7',
          operation: 'R9',
        },
      },
    ])
  })

  test('is line 1 of the incoming register of the plant', () => {
    expect(told.lines(plant.site, 'incoming')).toMatchObject([
      {
        number: 1,
        position: 3,
        event: { id: 'received', position: 3 },
        time: clock('12:00'),
        movement: 'MV-1',
        entry: {
          from: producer.site,
          waste: { code: oil.code },
          kg: 1000,
          outcome: 'accepted',
          acceptedKg: 1000,
          refusedKg: 0,
          lot: 'MV-1',
          leg: 1,
          carriers: [{ carrier, plates }],
          weighing: { grossKg: 13_000, tareKg: 12_000, ticket: 'PB-1' },
          checks: { document: true, visual: true },
          acceptanceCertificate: 'CAP-7',
          operation: 'R9',
        },
      },
    ])
  })

  test('leaves no trace of the driver', () => {
    expect(JSON.stringify([...told.views.documents()])).not.toContain('person-7')
  })

  test('is in no other register', () => {
    expect(told.allLines).toHaveLength(2)
  })
})

test('a refused load is written with its reason, and becomes no lot', () => {
  const told = new ToldRegisters(
    declared(),
    pickedUp(),
    turnedAway({ reason: { code: 'radioactive', text: 'portal alarm' } }),
  )
  const [line] = told.lines(plant.site, 'incoming')
  expect(line).toMatchObject({
    entry: { outcome: 'refused', refusedKg: 1000, reason: { code: 'radioactive', text: 'portal alarm' } },
  })
  expect(line?.entry).not.toHaveProperty('lot')
})

test('a load that comes back is written at the site where it came from', () => {
  const back = received({ site: producer.site, leg: 2 }, { id: 'back', time: clock('16:00') })
  const told = new ToldRegisters(declared(), pickedUp(), turnedAway(), back)
  expect(told.lines(producer.site, 'incoming')).toMatchObject([{ event: { id: 'back' }, entry: { leg: 2 } }])
})

test('a treatment is written with what went in, what came out, and what became of the rest', () => {
  const told = new ToldRegisters(treated({ lossKg: 12.5 }))
  expect(told.lines(plant.site, 'treatment')).toMatchObject([
    {
      number: 1,
      event: { id: 'treated', position: 1 },
      treatment: 'T-1',
      entry: {
        operation: 'R4',
        kg: 1000,
        inputs: [{ lot: 'L-1', code: steel.code, kg: 1000 }],
        outputs: [{ lot: 'L-2', waste: { code: '191212' }, kg: 100 }],
        lossKg: 12.5,
        fateKg: 887.5,
      },
    },
  ])
})

describe('what does not happen at a site', () => {
  test('a movement that was cancelled before it left is in no register', () => {
    expect(new ToldRegisters(declared(), cancelled()).allLines).toEqual([])
  })

  test('one that was cancelled and left all the same has left', () => {
    const told = new ToldRegisters(declared(), cancelled(), pickedUp())
    expect(told.lines(producer.site, 'outgoing')).toHaveLength(1)
  })

  test('an incident on the way changes no line', () => {
    expect(new ToldRegisters(declared(), pickedUp(), incident({ lostKg: 40 }), received()).allLines).toHaveLength(2)
  })
})

test('a load that is sent elsewhere: the producer’s register says where to', () => {
  const told = new ToldRegisters(declared(), pickedUp(), turnedAway(), redirected())
  expect(told.lines(producer.site, 'outgoing')).toMatchObject([
    { entry: { to: plant.site } },
    { correctsNumber: 1, position: 4, entry: { to: plant.site, redirectedTo: ['S-OTHER'] } },
  ])
  expect(told.lines(plant.site, 'incoming')).toHaveLength(1)
})

test('each register is numbered for itself, from 1', () => {
  const movements = ['MV-1', 'MV-2', 'MV-3'].flatMap(subject => [
    declared({}, { subject }),
    pickedUp({}, { subject }),
    received({}, { subject }),
  ])
  const told = new ToldRegisters(...movements, treated())
  expect(told.lines(producer.site, 'outgoing').map(({ number }) => number)).toEqual([1, 2, 3])
  expect(told.lines(plant.site, 'incoming').map(({ number }) => number)).toEqual([1, 2, 3])
  expect(told.lines(plant.site, 'treatment').map(({ number }) => number)).toEqual([1])
})
