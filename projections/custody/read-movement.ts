import { type Movement, movementOf } from '@athar/events/movement/movement.ts'
import type { MovementDocument } from './documents.ts'

/** What was read last: all projections are asked about one document before any is asked about the next. */
let last: { readonly document: MovementDocument; readonly movement: Movement } | undefined

/** The movement that a document tells, read once for all projections. A document is never changed in place. */
export function readMovement(document: MovementDocument): Movement {
  if (last?.document !== document) last = { document, movement: movementOf(document) }
  return last.movement
}
