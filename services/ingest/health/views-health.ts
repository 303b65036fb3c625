import type { Position } from '@athar/events/envelope.ts'

/** How the views are, which another service builds. They are no reason not to record. */
export interface ViewsHealth {
  /** The ledger has just been started, and views that answered before do not answer yet. It is a matter of seconds. */
  readonly areStarting: boolean
  /** What somebody has to look after, a line each. */
  readonly troubles: readonly string[]
  readonly positions: readonly ViewPosition[]
  /** All accounts of mass together, in grams: 0, or the books are wrong (DESIGN §4). Undefined while no view answers for it. */
  massSumGrams(): Promise<number | undefined>
}

export interface ViewPosition {
  readonly projection: string
  /** Up to where the log is folded in. */
  readonly position: Position
  /** Events that are on disk and not folded in. */
  readonly behind: number
  readonly isStopped: boolean
}
