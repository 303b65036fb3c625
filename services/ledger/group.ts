import type { Problem } from '@athar/events/problems.ts'
import type { Warning } from '@athar/events/warnings.ts'
import type { NewEvent } from '@athar/infra/event-log/port.ts'
import type { Prepared } from './prepared.ts'
import type { Slice } from './queue.ts'
import type { Verdict } from './submission.ts'

export interface Forbidden {
  readonly recordedBy: string
  readonly refused: Problem
}

/** What was decided about one event, before the events of its group are on disk. */
export type Provisional =
  | { readonly kind: 'recorded'; readonly event: number; readonly id: string; readonly warnings: readonly Warning[] }
  | {
      readonly kind: 'repeat'
      readonly prepared: Prepared
      readonly revision: number
      /** Why this caller may not say it: what he is told when another key said it first. */
      readonly forbidden?: Forbidden | undefined
    }
  | { readonly kind: 'final'; readonly verdict: Verdict }

/** Events that are decided one after the other and written in one transaction. */
export interface Group {
  readonly slices: Slice[]
  /** One for each event of the slices, in order. */
  readonly provisional: Provisional[]
  /** What is to be written; `Provisional.event` is an index into it. */
  readonly events: NewEvent[]
  readonly recordedAt: string
  /** How far the clock was behind `recordedAt`; 0 when it gave that time. */
  readonly clockBehindMs: number
}
