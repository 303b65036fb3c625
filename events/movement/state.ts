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
  const place = after === -1 ? state.facts.length : after
  // Not `[...facts, fact]`: V8 leaves room for sixteen more in such a list, and very many states are kept.
  return { facts: state.facts.toSpliced(place, 0, fact) }
}

/** In order of `time`, then id. */
export function isBefore(one: MovementFact, other: MovementFact): boolean {
  return one.timeMs === other.timeMs ? one.id < other.id : one.timeMs < other.timeMs
}
