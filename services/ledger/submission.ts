import type { Speaker } from '@athar/events/decision.ts'
import type { Position } from '@athar/events/envelope.ts'
import type { Problem } from '@athar/events/problems.ts'
import type { Warning } from '@athar/events/warnings.ts'

/** Who submits: what the key allows, and the name under which its events are recorded (`service:k7x2…`). */
export interface Caller {
  readonly speaker: Speaker
  readonly recordedBy: string
}

/** The ledger’s answer to one submitted event. */
export type Verdict =
  | {
      readonly outcome: 'recorded' | 'duplicate'
      readonly id: string
      readonly stream: string
      readonly revision: number
      readonly position: Position
      readonly recordedAt: string
      readonly warnings: readonly Warning[]
    }
  | { readonly outcome: 'rejected'; readonly id: string; readonly problem: Problem }

export interface SubmitOptions {
  /** All or nothing: one rejection rejects them all. */
  readonly atomic?: boolean
}

export function rejected(id: string, problem: Problem): Verdict {
  return { outcome: 'rejected', id, problem }
}
