import type { WindowLimits } from './view-builder.ts'

/** How much is done at a time. */
export interface Pace {
  /** While somebody follows live: what is stored at once must not hold up what comes next, so some 100 ms of work. */
  readonly live: WindowLimits
  /** While all is far behind and nobody waits: a document that several events touch is then stored once. */
  readonly farBehind: WindowLimits
  /** Events that are read and handed on together: their documents are fetched in one go. */
  readonly batchEvents: number
  /** How long those that lag, and those that follow, work before the others are looked after. */
  readonly sliceMs: number
  /** Those that lag have a slice at least so often, also when those in front are never done. */
  readonly laggardEveryMs: number
  /** How long a store that failed is left alone. */
  readonly retryAfterMs: number
}

export const usualPace: Pace = {
  live: { events: 5_000, documents: 5_000 },
  farBehind: { events: 20_000, documents: 20_000 },
  batchEvents: 2_000,
  sliceMs: 100,
  laggardEveryMs: 2_000,
  retryAfterMs: 2_000,
}

/**
 * Documents of each store to keep in memory once they are stored, some 4 kB each. Most that are touched again are touched
 * within the window: keeping more than these costs more in garbage collection (a tenth of all with 10,000) than it saves.
 */
export const cachedDocumentsMaxUsual = 2_000
