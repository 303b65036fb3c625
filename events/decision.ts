import type { CodeLists } from './codes/code-lists.ts'
import type { Directory } from './directory/directory.ts'
import type { Problem } from './problems.ts'
import type { Statement } from './statement.ts'
import type { Warning } from './warnings.ts'

/** Who speaks: decided by the key, never by what the event says. */
export type Speaker =
  | { readonly role: 'authority' }
  | { readonly role: 'service' }
  | { readonly role: 'party'; readonly organisations: ReadonlySet<string> }

/** What a decision may look at besides the stream itself. Time comes in as an argument. */
export interface DecisionContext {
  readonly nowMs: number
  readonly speaker: Speaker
  readonly directory: Directory
  readonly codes: CodeLists
}

/** The event may be recorded, with what was noticed; or it may not, and why. */
export type Decision = { readonly refused: Problem } | { readonly warnings: readonly Warning[] }

export const nothingNoticed: Decision = { warnings: [] }

export function refuse(refused: Problem): Decision {
  return { refused }
}

/**
 * The whole behaviour of a family of streams: where it starts, what an event makes of it, and which events it allows.
 * All three are pure. `evolve` never fails: what is in the log happened.
 */
export interface Decider<State> {
  readonly initialState: State
  readonly decide: (state: State, event: Statement, context: DecisionContext) => Decision
  readonly evolve: (state: State, event: Statement) => State
}
