import type { Position } from '@athar/events/envelope.ts'
import type { Problem } from '@athar/events/problems.ts'
import type { Warning } from '@athar/events/warnings.ts'
import type { LogFailureReason } from '@athar/infra/event-log/port.ts'
import type { Caller } from '../submission.ts'

/** What the gate and the thread of the ledger say to each other. However many events there are, they are a few buffers and texts. */

/** Lines one after the other in memory that changes hands. */
export interface WireLines {
  /** The JSON of the events as they were sent, and where each ends. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
  /** The JSON of what they say, and where each ends. */
  readonly said: Uint8Array<ArrayBuffer>
  readonly saidEnds: Uint32Array<ArrayBuffer>
}

export interface WireSubmission {
  readonly number: number
  readonly count: number
  readonly caller: Caller
  readonly atomic: boolean
}

export type ToLedger =
  | {
      readonly kind: 'submit'
      readonly submissions: readonly WireSubmission[]
      /** Their events, one submission after the other. */
      readonly packed: WireLines
    }
  | { readonly kind: 'read-stream'; readonly number: number; readonly stream: string }
  | { readonly kind: 'holders'; readonly number: number; readonly sites: readonly string[] }
  | { readonly kind: 'close' }

/** Verdicts in columns: a few buffers, whatever the number of events. What most events lack stands in `extras`. */
export interface WireVerdicts {
  readonly number: number
  readonly recordedAt: string
  /** 0 recorded, 1 duplicate, 2 rejected. */
  readonly outcomes: Uint8Array
  readonly positions: Float64Array
  readonly revisions: Uint32Array
  readonly extras: readonly WireExtra[]
}

export interface WireExtra {
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
      readonly verdicts: readonly WireVerdicts[]
      readonly failures: readonly WireFailure[]
    }
  | { readonly kind: 'stream'; readonly number: number; readonly events: readonly WireStoredEvent[] }
  | { readonly kind: 'holders'; readonly number: number; readonly organisations: readonly (string | undefined)[] }
  | { readonly kind: 'not-read'; readonly number: number; readonly reason: LogFailureReason; readonly message: string }
  | { readonly kind: 'group'; readonly events: number; readonly decideMs: number; readonly writeMs: number }
  | { readonly kind: 'fatal'; readonly reason: LogFailureReason; readonly message: string }
  | { readonly kind: 'closed' }
