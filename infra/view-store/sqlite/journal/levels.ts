/**
 * How the journal of an account is cut. Its entries are numbered in order of position, and every `chunkEntries` of them
 * become a chunk, which never changes again. Every 16 chunks are put in order of time as a run of level 1, every 16 of
 * those as one of level 2, and so on; what they were made of stays. So the first n entries of a journal, which is what was
 * known at some position, are at most 15 runs of each level, 15 chunks and the beginning of one, and each of them says
 * what it held at a time: O(log² n) in all, whatever the order of times.
 */
export const chunkEntries = 64
export const fanOut = 16

/** Some consecutive chunks that have become one run; of level 0 a chunk itself. */
export interface Piece {
  readonly level: number
  /** Its number among those of its level. */
  readonly number: number
}

/** The largest pieces that together are the first `chunks` chunks. */
export function piecesOf(chunks: number): readonly Piece[] {
  const pieces: Piece[] = []
  let level = 0
  let size = 1
  while (size * fanOut <= chunks) {
    size *= fanOut
    level++
  }
  for (let chunk = 0; chunk < chunks; level--, size /= fanOut)
    for (; chunk + size <= chunks; chunk += size) pieces.push({ level, number: chunk / size })
  return pieces
}

/** The runs that are complete once there are so many chunks, and were not with one less: lowest level first. */
export function completedBy(chunks: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let level = 1, size = fanOut; chunks > 0 && chunks % size === 0; level++, size *= fanOut)
    pieces.push({ level, number: chunks / size - 1 })
  return pieces
}

/** The numbers, one level below, of what a piece is made of. */
export function partsOf({ number }: Piece): { readonly first: number; readonly end: number } {
  return { first: number * fanOut, end: (number + 1) * fanOut }
}
