import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { type FoldedInMemory, foldArrived } from '../../testing/fold-in-memory.ts'
import { isBooked } from '../accounts.ts'
import { massLedgerProjection } from '../mass-ledger-projection.ts'

/** The journal after events that arrived in this order. */
export function journalOf(...events: readonly SubmittedEvent[]): FoldedInMemory {
  return foldArrived([massLedgerProjection], events)
}

/** What is in each account, in kilograms, memo accounts and empty ones left out. */
export function books(...events: readonly SubmittedEvent[]): Readonly<Record<string, number>> {
  return booksAt(journalOf(...events))
}

/** The same as it was at a time of the day on which the tests play. */
export function booksAt(journal: FoldedInMemory, time?: string): Readonly<Record<string, number>> {
  const at = time === undefined ? {} : { asOfMs: Date.parse(time) }
  return inKilograms(journal, at, isBooked)
}

/** What is left of each lot, by `site/code/lot`, in kilograms. */
export function lotsLeft(...events: readonly SubmittedEvent[]): Readonly<Record<string, number>> {
  const all = inKilograms(journalOf(...events), {}, account => account.startsWith('lot/'))
  return Object.fromEntries(Object.entries(all).map(([account, kg]) => [account.slice('lot/'.length), kg]))
}

/** All accounts that must add up to zero, in grams. */
export function sumOf(journal: FoldedInMemory, at: { asOfMs?: number; knownAt?: number } = {}): number {
  return [...journal.accounts().keys()].filter(isBooked).reduce((sum, account) => sum + journal.balance(account, at), 0)
}

function inKilograms(journal: FoldedInMemory, at: { asOfMs?: number }, isWanted: (account: string) => boolean) {
  const found = [...journal.accounts().keys()]
    .filter(isWanted)
    .map(account => [account, journal.balance(account, at) / 1000] as const)
  return Object.fromEntries(found.filter(([, kg]) => kg !== 0))
}
