import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { type Movement, movementOf } from '@athar/events/movement/movement.ts'
import { custodyKey, type MovementDocument } from '../../custody/documents.ts'
import { foldArrived } from '../../testing/fold-in-memory.ts'
import { movementsProjection } from '../movements-projection.ts'

/** The document of `MV-1` when these events have arrived in this order. */
export function documentOf(...events: readonly SubmittedEvent[]): MovementDocument {
  const document = foldArrived([movementsProjection], events).document(custodyKey('movement', 'MV-1'))
  if (document === undefined) throw new Error('no event is of MV-1')
  return document as MovementDocument // what the fold of custody keeps under the key of a movement
}

/** `MV-1` as it is known when these events have arrived. */
export function knownBy(...events: readonly SubmittedEvent[]): Movement {
  return movementOf(documentOf(...events))
}
