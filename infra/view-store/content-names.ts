import type { JournalEntry, PlacedEntry } from './port.ts'

/** The name of an entry in `ViewContent`: unique, and ordered as index, sort and key are. */
export function entryContentName({ index, sort, key }: PlacedEntry): string {
  return `${index}\0${sort}\0${key}`
}

/** The name of a part of an account's journal in `ViewContent`. */
export function journalContentName(account: string, firstEntry: number): string {
  return `${account}\0${String(firstEntry).padStart(10, '0')}`
}

export function journalContentValue(entries: readonly JournalEntry[]): string {
  return entries.map(({ position, atMs, amount }) => `${position} ${atMs} ${amount}`).join('\n')
}
