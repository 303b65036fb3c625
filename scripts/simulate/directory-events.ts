import type { DirectoryPayloads } from '@athar/events/directory/schema.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { AlgiersClock, secondMs } from './algiers-time.ts'
import type { Carrier } from './cast/carriers.ts'
import type { Site } from './cast/site.ts'
import { EventIds } from './event-ids.ts'
import { Random } from './random.ts'
import { registrationMs, type World } from './world.ts'

type Organisation = DirectoryPayloads['waste.organisation.registered']
type SiteKind = DirectoryPayloads['waste.site.registered']['kinds'][number]

/** What the authority registers and grants before life begins: organisations, then their sites, then the permits. */
export function* directoryEvents(world: World): Generator<SubmittedEvent> {
  const clock = new AlgiersClock()
  const random = new Random(world.seed, 'directory')
  const ids = new EventIds(random)
  let timeMs = world.startMs - registrationMs

  function registered(type: string, subject: string, data: unknown): SubmittedEvent {
    timeMs += secondMs / 10
    const time = clock.timeOf(timeMs)
    return { specversion: '1.0', id: ids.at(timeMs), source: '/authority', type, subject, time, data }
  }

  const organisation = 'waste.organisation.registered'
  for (const producer of world.producers)
    yield registered(organisation, producer.organisation, holderOf(producer, 'producer', random))
  for (const plant of world.plants)
    yield registered(organisation, plant.organisation, holderOf(plant, 'operator', random))
  for (const carrier of world.carriers) yield registered(organisation, carrier.id, haulier(carrier, random))
  for (const producer of world.producers)
    yield registered('waste.site.registered', producer.id, siteOf(producer, ['producer']))
  for (const plant of world.plants)
    yield registered('waste.site.registered', plant.id, siteOf(plant, plant.kind.siteKinds))
  for (const permit of world.permits) yield registered('waste.permit.granted', permit.id, permit.grant)
}

function holderOf(site: Site, role: 'producer' | 'operator', random: Random): Organisation {
  return { name: site.name, roles: [role], identifiers: { nif: nif(random) } }
}

function haulier(carrier: Carrier, random: Random): Organisation {
  return { name: carrier.name, roles: ['carrier'], identifiers: { nif: nif(random) } }
}

/** A tax number has fifteen digits. */
function nif(random: Random): string {
  return `00${random.between(1000, 2026)}${String(random.between(0, 999_999_999)).padStart(9, '0')}`
}

function siteOf(site: Site, kinds: readonly SiteKind[]): DirectoryPayloads['waste.site.registered'] {
  return {
    organisation: site.organisation,
    name: site.name,
    wilaya: site.region.wilaya,
    commune: site.region.name,
    location: site.place,
    kinds: [...kinds],
  }
}
