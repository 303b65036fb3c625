import { withInOrder } from '../order-of-time.ts'
import type { Statement } from '../statement.ts'
import { factOf, type MovementFact } from './fact.ts'

/**
 * The state of a movement: the set of what was said of it, in order of `time`, then id. The same events give the same
 * state in whatever order they arrive (DESIGN §1.3); everything else is derived from it.
 */
export interface MovementState {
  readonly facts: readonly MovementFact[]
}

export const initialMovement: MovementState = { facts: [] }

export function evolveMovement(state: MovementState, event: Statement): MovementState {
  return { facts: withInOrder(state.facts, factOf(event)) }
}
