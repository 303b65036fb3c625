import { hash } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { constants, zstdCompressSync } from 'node:zlib'
import type { Position } from '@athar/events/envelope.ts'
import { blockBytesMax, hashBytes } from './database.ts'
import { bytesPerLink } from './links.ts'

/** Consecutive events, ready to be hashed, packed and written. */
export interface EventBatch {
  readonly first: Position
  readonly count: number
  /** A line break, then the events, each followed by a line break. */
  readonly lines: Uint8Array
  /** See links.ts. */
  readonly links: Uint8Array
  /** For each event the bit of its family. */
  readonly families: Int32Array
}

interface BlockRange {
  readonly from: number
  readonly count: number
  readonly start: number
  readonly end: number
  readonly hashes: Uint8Array
}

const newline = 10
const leafPrefix = 0 // RFC 6962 §2.1: a leaf is hashed behind a zero byte, so that no leaf can pass for a node
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Writes batches of events as blocks: a batch is a transaction, which is on disk when `write` returns. */
export class BlockWriter {
  readonly #database: DatabaseSync
  readonly #insert: StatementSync

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#insert = database.prepare('INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)')
  }

  /** Throws what SQLite throws, with its transaction still open when it could not be committed. */
  write(batch: EventBatch): void {
    this.#database.exec('BEGIN IMMEDIATE')
    for (const block of blocksOf(batch)) this.#insertBlock(batch, block)
    this.#database.exec('COMMIT')
  }

  #insertBlock({ first, lines, links, families }: EventBatch, { from, count, start, end, hashes }: BlockRange): void {
    if (hashes.length !== count * hashBytes) throw new Error('a block lacks a hash')
    let mask = 0
    for (let index = from; index < from + count; index++) mask |= families[index] ?? 0
    this.#insert.run(
      first + from,
      count,
      mask,
      links.subarray(from * bytesPerLink, (from + count) * bytesPerLink),
      hashes,
      zstdCompressSync(lines.subarray(start, end), compression),
    )
  }
}

/** Cuts a batch into blocks, hashing each event on the way. */
function* blocksOf({ lines, count }: EventBatch): Generator<BlockRange> {
  let start = 1
  let from = 0
  let position = 1
  let digests: string[] = []
  for (let index = 0; index < count; index++) {
    const end = lines.indexOf(newline, position)
    if (end === -1) throw new Error(`the batch should hold ${count} events, and ends after ${index}`)
    digests.push(leafHashWithin(lines, position, end))
    position = end + 1
    if (position - start >= blockBytesMax || index === count - 1) {
      yield { from, count: index + 1 - from, start, end: position, hashes: Buffer.from(digests.join(''), 'hex') }
      start = position
      from = index + 1
      digests = []
    }
  }
  if (position !== lines.length) throw new Error(`the batch should hold ${count} events, and goes on`)
}

/** As `leafHash`, without a copy: the line break before the event makes room for the zero byte while it is hashed. */
function leafHashWithin(lines: Uint8Array, start: number, end: number): string {
  lines[start - 1] = leafPrefix
  const digest = hash('sha256', lines.subarray(start - 1, end))
  lines[start - 1] = newline
  return digest
}
