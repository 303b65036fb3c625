import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { carrier, otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import {
  permitGranted,
  permitSuspended,
  permitWithdrawn,
  registeredSites,
  siteRegistered,
} from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { directoryProjection } from './directory-projection.ts'
import { type DirectoryDocument, directoryKey, holderOf, type PermitDocument, type SiteDocument } from './documents.ts'
import { directoryOf } from './known-directory.ts'
import { organisationRegistered } from './testing/organisations.ts'

function documentsOf(events: readonly SubmittedEvent[]): ReadonlyMap<string, DirectoryDocument> {
  return foldArrived([directoryProjection], events).documents() as ReadonlyMap<string, DirectoryDocument> // of this fold
}

describe('of several registrations of one thing counts', () => {
  const before = siteRegistered(plant.site, { organisation: 'O-BEFORE' }, { id: 'before', time: clock('07:00') })
  const since = siteRegistered(plant.site, { organisation: 'O-SINCE' }, { id: 'since', time: clock('09:00') })
  const holderKnownBy = (...events: readonly SubmittedEvent[]) => {
    const site = documentsOf(events).get(directoryKey('site', plant.site))
    return holderOf(site as SiteDocument) // under the key of a site
  }

  test('the newest by time, whichever comes last', () => {
    expect(holderKnownBy(before, since)).toBe('O-SINCE')
    expect(holderKnownBy(since, before)).toBe('O-SINCE')
  })

  test('at one time the one whose id is last', () => {
    const other = { ...before, id: 'before-2', data: { ...before.data, organisation: 'O-OTHER' } }
    expect(holderKnownBy(before, other)).toBe('O-OTHER')
    expect(holderKnownBy(other, before)).toBe('O-OTHER')
  })
})

test('a suspension that comes before its grant is kept for it', () => {
  const suspended = permitSuspended('2026-10-01T00:00:00+01:00')
  const permit = documentsOf([suspended, permitGranted()]).get(directoryKey('permit', 'P-1')) as PermitDocument
  expect(permit.granted?.data.holder).toEqual({ organisation: carrier })
  expect(permit.stops.map(({ id }) => id)).toEqual(['suspended'])
})

const day = fc.constantFrom('2026-03-01', '2026-06-01', '2026-09-01').map(each => `${each}T00:00:00+01:00`)
const hour = fc.integer({ min: 10, max: 19 }).map(each => clock(`${each}:00`))

/** Sites that are registered anew, and permits that are granted, suspended and withdrawn; any part may be missing. */
const story = fc
  .record({
    sites: fc.subarray(registeredSites),
    anew: fc.array(fc.tuple(fc.constantFrom(producer, plant, otherPlant), hour), { maxLength: 3 }),
    organisations: fc.array(hour, { maxLength: 3 }),
    grants: fc.subarray([permitGranted(), permitGranted({ holder: { site: plant.site } }, { subject: 'P-2' })]),
    suspensions: fc.array(fc.tuple(day, hour), { maxLength: 2 }),
    withdrawals: fc.array(fc.tuple(day, hour), { maxLength: 1 }),
  })
  .map(({ sites, anew, organisations, grants, suspensions, withdrawals }) => [
    ...sites,
    ...anew.map(([{ site }, time], place) =>
      siteRegistered(site, { organisation: `O-${place}` }, { id: `anew-${place}`, time }),
    ),
    ...organisations.map((time, place) =>
      organisationRegistered('O-PLANT', { name: `Plant ${place}` }, { id: `o-${place}`, time }),
    ),
    ...grants,
    ...suspensions.map(([from, time], place) => permitSuspended(from, { id: `suspended-${place}`, time })),
    ...withdrawals.map(([from, time]) => permitWithdrawn(from, { time })),
  ])
  .filter(events => events.length > 0)

test('whatever the order in which events came, the documents and where they are found are the same', () => {
  fc.assert(
    fc.property(toldTwice(story), ([one, other]) => {
      const [first, second] = [one, other].map(events => foldArrived([directoryProjection], events))
      const read = (folded = first) =>
        JSON.parse(
          JSON.stringify([
            [...(folded?.documents() ?? [])],
            folded?.indexes().map(index => [index, folded.entries(index)]),
          ]),
          (name, value) => (name === 'position' || name === 'recordedAt' ? undefined : value),
        )
      expect(read(first)).toEqual(read(second))
    }),
  )
})

test('documents say the same of holders and permits as the directory of the ledger', () => {
  fc.assert(
    fc.property(story, day, (events, at) => {
      const ledger = new FoldedDirectory()
      for (const event of events) ledger.evolve(event)
      const read = directoryOf(documentsOf(events).values())
      for (const { site } of [producer, plant, otherPlant]) expect(read.holderOf(site)).toBe(ledger.holderOf(site))
      for (const holder of [{ organisation: carrier }, { site: plant.site }])
        expect(read.permitsOf(holder)).toEqual(ledger.permitsOf(holder))
      for (const permit of ['P-1', 'P-2'])
        expect(read.whyNotInForce(permit, Date.parse(at))).toEqual(ledger.whyNotInForce(permit, Date.parse(at)))
    }),
  )
})
