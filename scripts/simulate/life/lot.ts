import type { Grams } from '@athar/events/mass.ts'

/** A lot as its holder knows it. */
export interface Lot {
  readonly id: string
  readonly code: string
  /** Since when it is there. */
  readonly sinceMs: number
  grams: Grams
}

/** A part of a lot, or all of it, that a movement takes. */
export interface TakenLot {
  readonly lot: string
  readonly grams: Grams
}
