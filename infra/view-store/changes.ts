import type { Position } from '@athar/events/envelope.ts'
import { mustBeOrderable } from './names.ts'
import type { JournalEntry, PlacedEntry, ViewChanges } from './port.ts'

/** Throws a `RangeError` when changes are not what the port asks for: names, whole numbers, positions within the step. */
export function changesMustFit(
  changes: ViewChanges,
  { from, to }: { readonly from: Position; readonly to: Position },
): void {
  if (to < from) throw new RangeError(`views move on, not from ${from} back to ${to}`)
  for (const key of changes.documents.keys()) mustBeOrderable(key)
  placesMustFit(changes.entriesAdded)
  placesMustFit(changes.entriesRemoved)
  for (const [account, entries] of changes.postings) {
    mustBeOrderable(account)
    entriesMustFit(account, entries, from, to)
  }
  for (const [tally, amount] of changes.tallies) {
    mustBeOrderable(tally)
    if (!Number.isInteger(amount)) throw new RangeError(`${tally} cannot grow by ${amount}`) // of many documents together
  }
}

function placesMustFit(entries: readonly PlacedEntry[]): void {
  let lookedAt = ''
  for (const { index, sort, key } of entries) {
    mustBeOrderable(index)
    mustBeOrderable(sort)
    if (key !== lookedAt) mustBeOrderable(key) // entries of a document come together
    lookedAt = key
  }
}

function entriesMustFit(account: string, entries: readonly JournalEntry[], from: Position, to: Position): void {
  let previous = from + 1
  for (const { position, atMs, amount } of entries) {
    if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(atMs))
      throw new RangeError(`${amount} at ${atMs} ms on ${account} are not whole numbers`)
    if (!(position >= previous && position <= to))
      throw new RangeError(`${account} has a posting of position ${position} where ${previous} to ${to} are due`)
    previous = position
  }
}
