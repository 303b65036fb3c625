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
  const fact = factOf(event)
  const after = state.facts.findIndex(known => isBefore(fact, known))
  if (after === -1) return { facts: [...state.facts, fact] }
  return { facts: [...state.facts.slice(0, after), fact, ...state.facts.slice(after)] }
}

/** In order of `time`, then id. */
export function isBefore(one: MovementFact, other: MovementFact): boolean {
  return one.timeMs === other.timeMs ? one.id < other.id : one.timeMs < other.timeMs
}
