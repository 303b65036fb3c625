import type { LotFlow } from './lot-flows.ts'

/**
 * What mass is booked in, an account at a time (DESIGN §4): the journal, which names accounts and times, or sums, which look
 * at neither movements nor times. Grams that enter an account are above zero.
 */
export interface Book {
  produced(site: string, grams: number, atMs: number): void
  transit(site: string, grams: number, atMs: number): void
  fate(site: string, operation: string, grams: number, atMs: number): void
  loss(site: string, grams: number, atMs: number): void
  discrepancy(site: string, grams: number, atMs: number): void
  adjusted(site: string, grams: number, atMs: number): void
  /** What entered or left lots, and with them the stock that they are. */
  stock(flows: readonly LotFlow[]): void
}
