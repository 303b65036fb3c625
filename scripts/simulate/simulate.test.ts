import { createHash } from 'node:crypto'
import { eventTypes } from '@athar/events/catalogue.ts'
import { warningTypes } from '@athar/events/warnings.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from './algiers-time.ts'
import { type Arrival, arrivals, simulate, type Until } from './simulate.ts'
import { SmallLedger, type Taken } from './testing/small-ledger.ts'
import { type WorldOptions, world } from './world.ts'

const options: WorldOptions = { seed: 11, start: '2026-11-20' }

function digestOf(changed: Partial<WorldOptions>, until: Until): string {
  const hash = createHash('sha256')
  for (const event of simulate(world({ ...options, ...changed }), until)) hash.update(`${JSON.stringify(event)}\n`)
  return hash.digest('hex')
}

describe('determinism', () => {
  test('the same seed and options give the same bytes', () => {
    expect(digestOf({}, { events: 5000 })).toBe(digestOf({}, { events: 5000 }))
  })

  test('they give them on any machine and after any change that is not meant to change them', () => {
    expect(digestOf({}, { events: 5000 })).toBe('0bced828e0d070280b65fb6e618a8fdf5edb11f177664a72dc515e9482e11eda')
  })

  test('another seed gives other bytes', () => {
    expect(digestOf({ seed: 12 }, { events: 5000 })).not.toBe(digestOf({}, { events: 5000 }))
  })

  test('one world can be lived twice', () => {
    const cast = world(options)
    const [once, again] = [[...simulate(cast, { events: 4000 })], [...simulate(cast, { events: 4000 })]]
    expect(again).toEqual(once)
  })
})

describe('the end', () => {
  test('comes after exactly so many events', () => {
    expect([...simulate(world(options), { events: 1000 })]).toHaveLength(1000)
    expect([...simulate(world(options), { events: 3333 })]).toHaveLength(3333)
  })

  test('comes with the last day', () => {
    const cast = world({ ...options, movementsPerDay: 200 })
    const all = [...arrivals(cast, { days: 2 })]
    expect(all.at(-1)?.arrivesAtMs).toBeLessThan(cast.startMs + 2 * dayMs)
    expect(all.at(-1)?.arrivesAtMs).toBeGreaterThan(cast.startMs + 1.9 * dayMs)
  })

  test('comes when so many movements have come to rest', () => {
    const all = [...simulate(world(options), { movements: 50 })]
    expect(new Set(all.filter(isMovement).map(event => event.subject)).size).toBe(50)
  })
})

test('without retries every id is unique', () => {
  const ids = [...simulate(world({ ...options, retryShare: 0 }), { events: 30_000 })].map(event => event.id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('eight thousand movements', () => {
  const took: { readonly arrival: Arrival; readonly taken: Taken }[] = []

  beforeAll(() => {
    const ledger = new SmallLedger()
    for (const arrival of arrivals(world(options), { movements: 8000 }))
      took.push({ arrival, taken: ledger.take(arrival.event, arrival.arrivesAtMs) })
  })

  test('arrive in order', () => {
    const times = took.map(({ arrival }) => arrival.arrivesAtMs)
    expect(times).toEqual([...times].sort((one, other) => one - other))
  })

  test('are all recorded, but for the retries, which are duplicates', () => {
    expect(took.filter(({ taken }) => taken.outcome === 'refused').slice(0, 3)).toEqual([])
    const ids = new Set(took.map(({ arrival }) => arrival.event.id))
    const duplicates = took.filter(({ taken }) => taken.outcome === 'duplicate').length
    expect(duplicates).toBe(took.length - ids.size)
    expect(duplicates / took.length).toBeGreaterThan(0.01)
    expect(duplicates / took.length).toBeLessThan(0.02)
  })

  test('show every type of event', () => {
    const seen = new Set(took.map(({ arrival }) => arrival.event.type))
    expect([...seen].sort()).toEqual(Object.keys(eventTypes).sort())
  })

  test.each(Object.keys(warningTypes))('give the warning %s now and then, and not all the time', code => {
    const warned = took.filter(
      ({ taken }) => taken.outcome === 'recorded' && taken.warnings.some(each => each === code),
    )
    expect(warned.length).toBeGreaterThan(10)
    expect(warned.length / took.length).toBeLessThan(0.05)
  })

  test('are corrected at the rate that others have seen: 6 to 10 %', () => {
    const corrected = took.filter(({ arrival }) => arrival.event.type === 'waste.movement.corrected')
    const share = new Set(corrected.map(({ arrival }) => arrival.event.subject)).size / 8000
    expect(share).toBeGreaterThan(0.06)
    expect(share).toBeLessThan(0.1)
  })

  test('make events of about 450 bytes', () => {
    const bytes = took.reduce((sum, { arrival }) => sum + Buffer.byteLength(JSON.stringify(arrival.event)), 0)
    expect(Math.abs(bytes / took.length - 450)).toBeLessThan(40)
  })
})

function isMovement(event: { type: string }): boolean {
  return event.type.startsWith('waste.movement.')
}

test('no movement is redirected twice from one site to the same other, not even when it strays after a diversion', () => {
  const told = new Set<string>()
  const cast = world({ seed: 5, start: '2026-01-05T00:00:00+01:00', plants: 16, retryShare: 0 })
  for (const { type, subject, data } of simulate(cast, { events: 150_000 })) {
    if (type !== 'waste.movement.redirected') continue
    const { fromSite, toSite } = data as { fromSite: string; toSite: string } // the payload of a redirection
    const redirection = `${subject} ${fromSite} ${toSite}`
    expect(told).not.toContain(redirection)
    told.add(redirection)
  }
})
