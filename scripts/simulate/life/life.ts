import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { AlgiersClock } from '../algiers-time.ts'
import type { Producer } from '../cast/producers.ts'
import { EventIds } from '../event-ids.ts'
import { Random } from '../random.ts'
import { TimeQueue } from '../time-queue.ts'
import type { World } from '../world.ts'
import type { Action } from './action.ts'
import type { HeldPermit } from './authority.ts'
import { Numbering } from './numbering.ts'
import { PlantStock } from './plant-stock.ts'
import type { Shipment } from './shipment.ts'

/** All that changes while a world lives. Its size is that of what is under way, not of what has been. */
export interface Life {
  readonly world: World
  readonly random: Random
  readonly clock: AlgiersClock
  readonly ids: EventIds
  readonly numbering: Numbering
  /** What will happen, by the time it happens. */
  readonly actions: TimeQueue<Action>
  /** What has been said and is on its way, by the time it reaches the ledger. */
  readonly underWay: TimeQueue<SubmittedEvent>
  readonly producers: Readonly<Record<Producer['origin'], readonly Producer[]>>
  /** By plant reference. */
  readonly stocks: ReadonlyMap<string, PlantStock>
  /** Loads that plants want to be rid of. */
  readonly shipments: Shipment[]
  readonly permits: readonly HeldPermit[]
  movementsLeft: number
  /** Plants and authority stop then; `Infinity` while movements begin. */
  closesAtMs: number
}

export function newLife(world: World, movementsMax: number): Life {
  const random = new Random(world.seed, 'life')
  return {
    world,
    random,
    clock: new AlgiersClock(),
    ids: new EventIds(random),
    numbering: new Numbering(),
    actions: new TimeQueue(),
    underWay: new TimeQueue(),
    producers: {
      household: world.producers.filter(({ origin }) => origin === 'household'),
      industry: world.producers.filter(({ origin }) => origin === 'industry'),
      healthcare: world.producers.filter(({ origin }) => origin === 'healthcare'),
    },
    stocks: new Map(world.plants.map(plant => [plant.id, new PlantStock(plant)])),
    shipments: [],
    permits: world.permits.map(({ id, grant }) => ({ id, grant, stopped: false })),
    movementsLeft: movementsMax,
    closesAtMs: Number.POSITIVE_INFINITY,
  }
}
