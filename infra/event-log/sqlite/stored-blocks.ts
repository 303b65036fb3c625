import type { DatabaseSync } from 'node:sqlite'
import { zstdDecompressSync } from 'node:zlib'
import type { Position } from '@athar/events/envelope.ts'

/**
 * The blocks as they stand in the file, for whoever trusts nothing: `athar verify`. Nothing here looks whether a block is
 * right. Blocks are fetched a page at a time, because a query left open would keep the writer from truncating its
 * write-ahead log.
 */

/** What a block says of its events, without the events. Some 50 bytes an event to read. */
export interface BlockFrame {
  readonly first: Position
  readonly count: number
  readonly families: number
  readonly links: Uint8Array
  readonly hashes: Uint8Array
}

export interface StoredBlock extends BlockFrame {
  /** zstd of lines of JSON. */
  readonly packed: Uint8Array
}

interface Row {
  readonly first_position: number
  readonly count: number
  readonly families: number
  readonly links: Uint8Array
  readonly hashes: Uint8Array
  readonly events?: Uint8Array
}

const blocksPerPage = 32
const frameColumns = 'first_position, count, families, links, hashes'
const newline = 10

/** The frames of all blocks up to a position, by first position. Throws what SQLite throws when the file is damaged. */
export function* readFrames(database: DatabaseSync, upTo: Position): Generator<BlockFrame> {
  for (const row of rows(database, frameColumns, upTo)) yield frameOf(row)
}

/** All blocks up to a position, by first position. Throws what SQLite throws when the file is damaged. */
export function* readStoredBlocks(database: DatabaseSync, upTo: Position): Generator<StoredBlock> {
  for (const row of rows(database, `${frameColumns}, events`, upTo))
    yield { ...frameOf(row), packed: row.events ?? new Uint8Array() }
}

/** The events of a block, unpacked and cut at the line breaks. Throws when they cannot be unpacked. */
export function unpackLines(packed: Uint8Array): readonly Uint8Array[] {
  const text = zstdDecompressSync(packed)
  const lines: Uint8Array[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(newline, start)
    if (end === -1) throw new Error('its last event has no end')
    lines.push(text.subarray(start, end))
    start = end + 1
  }
  return lines
}

function* rows(database: DatabaseSync, columns: string, upTo: Position): Generator<Row> {
  const page = database.prepare(
    `SELECT ${columns} FROM block WHERE first_position > ? AND first_position <= ?
     ORDER BY first_position LIMIT ${blocksPerPage}`,
  )
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const found = page.all(after, upTo) as unknown as Row[] // the columns are those named above
    yield* found
    const last = found.at(-1)
    if (last === undefined || found.length < blocksPerPage) return
    after = last.first_position
  }
}

function frameOf(row: Row): BlockFrame {
  const { first_position: first, count, families, links, hashes } = row
  return { first, count, families, links, hashes }
}
