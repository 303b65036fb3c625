import type { Position } from '@athar/events/envelope.ts'
import type { Problem } from '@athar/events/problems.ts'
import type { Warning } from '@athar/events/warnings.ts'
import type { LogFailureReason } from '@athar/infra/event-log/port.ts'
import type { GroupMeasure } from '../group-measure.ts'
import type { Caller } from '../submission.ts'

/** What the gate and the thread of the ledger say to each other. However many events there are, they are a few buffers and texts. */

/** Lines in one piece of memory that changes hands, see packed-lines.ts. */
export interface WireLines {
  readonly count: number
  /** How much of the memory is their JSON as it was sent. */
  readonly jsonBytes: number
  readonly memory: ArrayBuffer
}

/** Submissions in columns: an object of each would cost more to hand over than what it holds. */
export interface WireSubmissions {
  /** The number of the first; the others follow it. */
  readonly first: number
  /** How many events each has. */
  readonly counts: readonly number[]
  readonly atomic: readonly boolean[]
  /** Those of one key are one object, which is handed over once. */
  readonly callers: readonly Caller[]
  /** Their events, one submission after the other. */
  readonly lines: WireLines
}

export type ToLedger =
  | ({ readonly kind: 'submit' } & WireSubmissions)
  | { readonly kind: 'read-stream'; readonly number: number; readonly stream: string }
  | { readonly kind: 'holders'; readonly number: number; readonly sites: readonly string[] }
  | { readonly kind: 'close' }

/** Verdicts in columns: a few buffers, whatever the number of submissions and events. What most events lack stands in `extras`. */
export interface WireVerdicts {
  /** The submissions that are answered, and how many verdicts each has in the columns, one submission after the other. */
  readonly numbers: readonly number[]
  readonly counts: readonly number[]
  readonly recordedAt: string
  /** 0 recorded, 1 duplicate, 2 rejected. */
  readonly outcomes: Uint8Array
  readonly positions: Float64Array
  readonly revisions: Uint32Array
  /** In order of `index`. */
  readonly extras: readonly WireExtra[]
}

export interface WireExtra {
  /** Its place in the columns. */
  readonly index: number
  readonly recordedAt?: string
  readonly warnings?: readonly Warning[]
  readonly problem?: Problem
}

export interface WireFailure {
  readonly number: number
  readonly reason: LogFailureReason
  readonly message: string
}

export interface WireStoredEvent {
  readonly position: Position
  readonly bytes: Uint8Array
}

export type FromLedger =
  | { readonly kind: 'ready'; readonly head: Position }
  | {
      readonly kind: 'answers'
      readonly head: Position
      readonly verdicts: WireVerdicts
      readonly failures: readonly WireFailure[]
      /** The groups that were written since the last answers. */
      readonly groups: readonly GroupMeasure[]
    }
  | { readonly kind: 'stream'; readonly number: number; readonly events: readonly WireStoredEvent[] }
  | { readonly kind: 'holders'; readonly number: number; readonly organisations: readonly (string | undefined)[] }
  | { readonly kind: 'not-read'; readonly number: number; readonly message: string }
  | { readonly kind: 'fatal'; readonly reason: LogFailureReason; readonly message: string }
  | { readonly kind: 'closed' }
