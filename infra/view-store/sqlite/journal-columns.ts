import { Damage } from './failure.ts'
import type { PackedEntries } from './journal/entries.ts'
import { numbersOf } from './journal/numbers.ts'
import type { Run } from './journal/run.ts'
import { unpackPage } from './journal/run-pages.ts'

/** The journal entries in a column of blobs. */
export function entriesIn(column: unknown): PackedEntries {
  return numbersOf(bytesIn(column))
}

/** The page of a run in a column of blobs. */
export function pageIn(column: unknown): Run {
  return unpackPage(numbersOf(bytesIn(column)))
}

function bytesIn(column: unknown): Uint8Array<ArrayBuffer> {
  if (!(column instanceof Uint8Array && column.buffer instanceof ArrayBuffer)) throw new Damage('a journal has a hole')
  return column as Uint8Array<ArrayBuffer> // its buffer was looked at
}
