import { compareNames } from './names.ts'
import type { JournalEntry, PlacedEntry, ViewContent } from './port.ts'

/** The order of contents: by kind, then by name. */
export function compareContents(one: ViewContent, other: ViewContent): number {
  return compareNames(one.kind, other.kind) || compareNames(one.name, other.name)
}

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
