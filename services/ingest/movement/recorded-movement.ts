import { type Movement, movementOf } from '@athar/events/movement/movement.ts'
import { evolveMovement, initialMovement } from '@athar/events/movement/state.ts'
import { readNewest } from '@athar/events/newest-payload.ts'
import type { PlacedEvent } from '../feed/framing.ts'

/** The movement that recorded events tell of, corrections applied: who was named by mistake has no part in it. */
export function movementIn(events: readonly PlacedEvent[]): Movement {
  const said = events.map(({ position, bytes }) => readNewest(position, Buffer.from(bytes).toString()).event)
  return movementOf(said.reduce(evolveMovement, initialMovement))
}
