import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { carrier, plant } from '@athar/events/testing/cast.ts'
import { permitGranted, permitWithdrawn, siteRegistered } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { describe, expect, test } from 'vitest'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { directoryIndex, directoryProjection } from './directory-projection.ts'
import { organisationRegistered } from './testing/organisations.ts'

function foundIn(...events: readonly SubmittedEvent[]): readonly string[] {
  return foldArrived([directoryProjection], events).indexes()
}

function namesIn(index: string, ...events: readonly SubmittedEvent[]): readonly string[] {
  return foldArrived([directoryProjection], events)
    .entries(index)
    .map(({ key }) => key)
}

describe('a site is found', () => {
  const hamici = siteRegistered(plant.site, { name: 'CET de Hamici', wilaya: '16', kinds: ['treatment', 'landfill'] })

  test('by its wilaya, its holder and its kinds', () => {
    expect(foundIn(hamici)).toEqual(
      [
        directoryIndex.sites,
        directoryIndex.sitesInWilaya('16'),
        directoryIndex.sitesOf(plant.organisation),
        directoryIndex.sitesOfKind('treatment'),
        directoryIndex.sitesOfKind('landfill'),
      ].sort(),
    )
  })

  test('only where it was registered last', () => {
    const moved = siteRegistered(plant.site, { wilaya: '09' }, { id: 'moved', time: clock('09:00') })
    expect(namesIn(directoryIndex.sitesInWilaya('16'), hamici, moved)).toEqual([])
    expect(namesIn(directoryIndex.sitesInWilaya('09'), hamici, moved)).toEqual([`site/${plant.site}`])
  })

  test('once under a kind that was named twice', () => {
    const twice = siteRegistered(plant.site, { kinds: ['storage', 'storage'] })
    expect(namesIn(directoryIndex.sitesOfKind('storage'), twice)).toEqual([`site/${plant.site}`])
  })

  test('in order of name, whatever its accents and capitals', () => {
    const named = ['Zéralda', 'béjaïa', 'Adrar', 'Bechar'].map((name, place) => siteRegistered(`S-${place}`, { name }))
    expect(namesIn(directoryIndex.sites, ...named)).toEqual(['site/S-2', 'site/S-3', 'site/S-1', 'site/S-0'])
  })
})

describe('a permit is found', () => {
  test('by its holder', () => {
    expect(foundIn(permitGranted())).toEqual([directoryIndex.permitsOf({ organisation: carrier })])
    expect(foundIn(permitGranted({ holder: { site: plant.site } }))).toEqual([
      directoryIndex.permitsOf({ site: plant.site }),
    ])
  })

  test('among those that say how much may be held', () => {
    expect(foundIn(permitGranted({ capacityKg: 5_000 }))).toContain(directoryIndex.permitsWithCapacity)
  })

  test('nowhere before it is granted', () => {
    expect(foundIn(permitWithdrawn('2026-10-01T00:00:00+01:00'))).toEqual([])
  })
})

test('an organisation is asked for by its name only', () => {
  expect(foundIn(organisationRegistered())).toEqual([])
})
