import type { JournalEntry } from '../../port.ts'

/**
 * Journal entries as they are stored: three numbers each (position, time in milliseconds, amount), of eight bytes, in the
 * byte order of this machine. A view does not leave the machine that folded it.
 */
export type PackedEntries = Float64Array<ArrayBuffer>

const numbersPerEntry = 3
export const bytesPerEntry = numbersPerEntry * Float64Array.BYTES_PER_ELEMENT

/** Zeros where so many entries can be packed. */
export function roomFor(count: number): PackedEntries {
  return new Float64Array(count * numbersPerEntry)
}

/** Packs entries in the place of those from `first` on. */
export function packInto(packed: PackedEntries, first: number, entries: readonly JournalEntry[]): void {
  let next = first * numbersPerEntry
  for (const { position, atMs, amount } of entries) {
    packed[next++] = position
    packed[next++] = atMs
    packed[next++] = amount
  }
}

export function unpackEntries(packed: PackedEntries): readonly JournalEntry[] {
  return Array.from({ length: countOf(packed) }, (_, index) => ({
    position: positionAt(packed, index),
    atMs: timeAt(packed, index),
    amount: amountAt(packed, index),
  }))
}

export function countOf(packed: PackedEntries): number {
  return packed.length / numbersPerEntry
}

/** Entries from `first` up to `end`, without copying them. */
export function partOf(packed: PackedEntries, first: number, end = countOf(packed)): PackedEntries {
  return packed.subarray(first * numbersPerEntry, end * numbersPerEntry)
}

export function positionAt(packed: PackedEntries, index: number): number {
  return packed[index * numbersPerEntry] ?? Number.NaN
}

export function timeAt(packed: PackedEntries, index: number): number {
  return packed[index * numbersPerEntry + 1] ?? Number.NaN
}

export function amountAt(packed: PackedEntries, index: number): number {
  return packed[index * numbersPerEntry + 2] ?? Number.NaN
}

/** How many of the entries, which are in order of position, were known at a position. */
export function countKnown(packed: PackedEntries, knownAt: number): number {
  let known = countOf(packed)
  while (known > 0 && positionAt(packed, known - 1) > knownAt) known--
  return known
}

/** The sum of the first `count` entries, as far as they had happened by a time. */
export function sumOf(packed: PackedEntries, count: number, asOfMs: number): number {
  let sum = 0
  for (let index = 0; index < count; index++) if (timeAt(packed, index) <= asOfMs) sum += amountAt(packed, index)
  return sum
}

/** The entries of several chunks, one chunk after the other. */
export function joined(chunks: readonly PackedEntries[]): PackedEntries {
  const all = new Float64Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const chunk of chunks) {
    all.set(chunk, next)
    next += chunk.length
  }
  return all
}
