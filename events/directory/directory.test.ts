import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deciders, eventTypeOf, streamOf } from '../catalogue.ts'
import type { SubmittedEvent } from '../envelope.ts'
import { inWords } from '../language.ts'
import { record, toldTwice } from '../testing/arrivals.ts'
import { otherPlant, plant } from '../testing/cast.ts'
import { permitGranted, permitSuspended, permitWithdrawn, siteRegistered } from '../testing/directory-events.ts'
import { clock } from '../testing/events.ts'
import { declared } from '../testing/movement-events.ts'
import { FoldedDirectory } from './directory.ts'

function directoryOf(...events: readonly SubmittedEvent[]): FoldedDirectory {
  const directory = new FoldedDirectory()
  for (const event of events) directory.evolve(event)
  return directory
}

describe('the holder of a site', () => {
  test('is the organisation that was registered with it', () => {
    expect(directoryOf(siteRegistered('S-1')).holderOf('S-1')).toBe(plant.organisation)
  })

  test('is nobody while it is not registered, whatever its name', () => {
    for (const site of ['S-1', '__proto__', 'constructor']) expect(directoryOf().holderOf(site)).toBeUndefined()
  })

  test('is the one of the newest registration by time, whichever arrived last', () => {
    const { organisation } = otherPlant
    const sold = siteRegistered('S-1', { organisation }, { id: 'sold', time: clock('08:00') })
    expect(directoryOf(sold, siteRegistered('S-1')).holderOf('S-1')).toBe(organisation)
  })
})

describe('the permits of a holder', () => {
  test('are those granted to it, in order of their numbers', () => {
    const second = permitGranted({ kind: 'collection' }, { id: 'g2', subject: 'P-2' })
    const permits = directoryOf(second, permitGranted()).permitsOf({ organisation: 'C-FIRST' })
    expect(permits.map(({ id, kind }) => [id, kind])).toEqual([
      ['P-1', 'transport'],
      ['P-2', 'collection'],
    ])
  })

  test('are not those of a site of the same name', () => {
    expect(directoryOf(permitGranted()).permitsOf({ site: 'C-FIRST' })).toEqual([])
  })
})

describe('a permit is in force', () => {
  const permit = permitGranted({ validFrom: '2026-01-01', validTo: '2026-12-31' })

  function why(time: string, ...events: readonly SubmittedEvent[]): string | undefined {
    const found = directoryOf(...events).whyNotInForce('P-1', Date.parse(time))
    return found && inWords(found, 'en')
  }

  test.each([
    ['2025-12-31T23:59:59.999+01:00', 'valid from 2026-01-01'],
    ['2026-01-01T00:00:00+01:00', undefined],
    ['2025-12-31T23:00:00Z', undefined],
    ['2026-12-31T23:59:59.999+01:00', undefined],
    ['2027-01-01T00:00:00+01:00', 'valid to 2026-12-31'],
  ])('from its first to its last day in Algeria: at %s, %s', (time, expected) => {
    expect(why(time, permit)).toBe(expected)
  })

  test('not while nobody has granted it', () => {
    expect(why(clock('09:00'))).toBe('not granted')
    expect(why(clock('09:00'), permitWithdrawn(clock('08:00')))).toBe('not granted')
  })

  test('until the instant from which it is suspended or withdrawn', () => {
    const stopped = [permit, permitWithdrawn(clock('11:00')), permitSuspended(clock('10:00'))]
    expect(why(clock('09:59'), ...stopped)).toBeUndefined()
    expect(why(clock('10:00'), ...stopped)).toBe(`suspended from ${clock('10:00')}`)
    expect(why(clock('12:00'), ...stopped)).toBe(`suspended from ${clock('10:00')}`)
  })
})

test('events of other families change nothing', () => {
  expect(directoryOf(declared()).holderOf('MV-1')).toBeUndefined()
})

describe('the same events in any order, with duplicates mixed in,', () => {
  const sites = ['S-1', 'S-2']
  const permits = ['P-1', 'P-2', 'P-3']
  const times = ['08:00', '09:00', '10:00', '11:00'].map(clock)
  const holders = [{ organisation: 'O-1' }, { site: 'S-1' }]

  const registration = fc.record({
    site: fc.constantFrom(...sites),
    organisation: fc.constantFrom('O-1', 'O-2', 'O-3'),
    time: fc.constantFrom(...times),
  })
  const grant = fc.record({
    holder: fc.constantFrom(...holders),
    validFrom: fc.constantFrom('2026-01-01', '2026-11-22', '2026-11-23'),
    validTo: fc.constantFrom('2026-11-22', '2026-11-30'),
  })
  const stop = fc.record({ from: fc.constantFrom(...times), subject: fc.constantFrom(...permits) })

  const story: fc.Arbitrary<readonly SubmittedEvent[]> = fc
    .record({
      registrations: fc.array(registration, { maxLength: 5 }),
      grants: fc.array(fc.option(grant), { minLength: permits.length, maxLength: permits.length }),
      suspensions: fc.array(stop, { maxLength: 3 }),
      withdrawals: fc.uniqueArray(stop, { maxLength: 2, selector: ({ subject }) => subject }),
    })
    .map(({ registrations, grants, suspensions, withdrawals }) => [
      ...registrations.map(({ site, organisation, time }, index) =>
        siteRegistered(site, { organisation }, { id: `r-${index}`, time }),
      ),
      ...grants.flatMap((granted, index) =>
        granted === null ? [] : [permitGranted(granted, { id: `g-${index}`, subject: permits[index] ?? 'P-0' })],
      ),
      ...suspensions.map(({ from, subject }, index) => permitSuspended(from, { id: `s-${index}`, subject })),
      ...withdrawals.map(({ from, subject }, index) => permitWithdrawn(from, { id: `w-${index}`, subject })),
    ])

  /** Everything that a decider may ask, asked. */
  function answers(directory: FoldedDirectory) {
    return {
      holders: sites.map(site => directory.holderOf(site)),
      permits: holders.map(holder => directory.permitsOf(holder)),
      inForce: permits.map(permit => times.map(time => directory.whyNotInForce(permit, Date.parse(time)))),
    }
  }

  /** The ledger skips an event it has, and hands each other one to the directory once. */
  function folded(arrivals: readonly SubmittedEvent[]): FoldedDirectory {
    return directoryOf(...new Map(arrivals.map(event => [event.id, event])).values())
  }

  test('make a directory that answers the same', () => {
    fc.assert(
      fc.property(toldTwice(story), ([once, otherwise]) => {
        expect(answers(folded(otherwise))).toStrictEqual(answers(folded(once)))
      }),
      { numRuns: 500 },
    )
  })

  test('end in the same state of each stream', () => {
    fc.assert(
      fc.property(toldTwice(story), ([once, otherwise]) => {
        expect(states(otherwise)).toEqual(states(once))
      }),
    )
  })

  function states(arrivals: readonly SubmittedEvent[]): Readonly<Record<string, unknown>> {
    const byStream = Map.groupBy(arrivals, ({ type, subject }) => streamOf(familyOf(type), subject))
    return Object.fromEntries([...byStream].map(([stream, events]) => [stream, record(deciders.permit, events)]))
  }

  function familyOf(type: string) {
    return eventTypeOf(type)?.family ?? 'permit'
  }
})
