import type { Position } from '@athar/events/envelope.ts'
import type { ProjectionState } from '@athar/views/projection-state.ts'

/** What the process and the thread of the views say to each other. */
export interface ViewsThreadOptions {
  readonly logFile: string
  readonly viewsFolder: string
  readonly decisionsFile: string
  /** The file of the national nomenclature, which the thread reads for itself. */
  readonly nationalList: string | undefined
}

export type ToViews =
  /** Events up to this position are on disk. */
  | { readonly kind: 'head'; readonly head: Position }
  /** A reader has found that a store is damaged. */
  | { readonly kind: 'unusable'; readonly store: string; readonly why: string }
  | { readonly kind: 'close' }

export type FromViews =
  | { readonly kind: 'states'; readonly states: readonly ProjectionState[]; readonly eventsTaken: number }
  | { readonly kind: 'said'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly text: string }
  /** All that goes wrong over and over now: none when it has come right. */
  | { readonly kind: 'troubles'; readonly troubles: readonly string[] }
  | { readonly kind: 'closed' }
