import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import { arrivals } from '@athar/scripts/simulate/simulate.ts'
import { type WorldOptions, world } from '@athar/scripts/simulate/world.ts'

/** A load of a demo world to follow: from the factory that sent it to the plant that took it. */
export interface DemoStory {
  readonly movement: string
  readonly factory: string
  readonly plant: string
}

/** Household waste: what towns send. */
const household = '20'

/** The first load of a factory that a plant took whole. The world can be asked what it will do: it does the same each time. */
export function storyIn(cast: WorldOptions): DemoStory {
  const factories = new Map<string, string>()
  for (const { event } of arrivals(world(cast), { movements: 500 })) {
    if (isOf(event, 'waste.movement.declared') && !event.data.waste.code.startsWith(household))
      factories.set(event.subject, event.data.fromSite)
    const factory = factories.get(event.subject)
    if (factory !== undefined && isOf(event, 'waste.movement.received') && event.data.outcome === 'accepted')
      return { movement: event.subject, factory, plant: event.data.site }
  }
  throw new Error('in this world no plant takes what a factory sends')
}

/** What a world says keeps to the schemas of the catalogue: a test of the simulator holds it to that. */
function isOf<Type extends keyof MovementPayloads>(
  event: SubmittedEvent,
  type: Type,
): event is SubmittedEvent<Type, MovementPayloads[Type]> {
  return event.type === type
}
