import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import type { ReadOptions, StoredEvent } from '../port.ts'
import { familyOf } from '../recorded-bytes.ts'
import { familyBit, hashBytes } from './database.ts'
import { bytesPerLink, readLink, viewOf } from './links.ts'

interface BlockRow {
  readonly first_position: number
  readonly count: number
  readonly links: Uint8Array
  readonly hashes: Uint8Array
  readonly events: Uint8Array
}

/** A block unpacked: its events, and the links between the events of each stream. */
interface Block {
  readonly first: Position
  readonly events: readonly StoredEvent[]
  readonly links: DataView
}

const blocksPerQuery = 16
const cachedBlocksMax = 64
const newline = 10

/** The reading side of the log: any number of readers beside the one writer, in this process or another. */
export class BlockReader {
  readonly #database: DatabaseSync
  readonly #blocksAfter: StatementSync
  readonly #blockAt: StatementSync
  readonly #end: StatementSync
  readonly #cache = new Map<Position, Block>()

  constructor(database: DatabaseSync) {
    this.#database = database
    const columns = 'first_position, count, links, hashes, events'
    this.#blocksAfter = database.prepare(
      `SELECT ${columns} FROM block WHERE first_position >= ? AND first_position <= ? AND families & ? <> 0
       ORDER BY first_position LIMIT ${blocksPerQuery}`,
    )
    this.#blockAt = database.prepare(
      `SELECT ${columns} FROM block WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1`,
    )
    this.#end = database.prepare(
      'SELECT first_position + count - 1 AS position FROM block ORDER BY first_position DESC LIMIT 1',
    )
  }

  head(): Position {
    return Number(this.#end.get()?.position ?? 0)
  }

  /** Events after a position and not after `upTo`, a block a batch. Gives other work a turn between queries. */
  async *readAfter(after: Position, { families, upTo, signal }: ReadOptions): AsyncGenerator<readonly StoredEvent[]> {
    const last = upTo ?? this.head()
    const mask = maskOf(families)
    let from = this.#firstOfBlockWith(after + 1)
    while (from <= last && !signal?.aborted) {
      const rows = this.#blocksAfter.all(from, last, mask) as unknown as BlockRow[] // the columns are those named above
      for (const row of rows) {
        const block = unpack(row)
        const wanted = block.events.filter(
          event => event.position > after && event.position <= last && isOf(families, event),
        )
        if (wanted.length > 0) yield wanted
        from = row.first_position + row.count
      }
      if (rows.length < blocksPerQuery) return
      await nextTurn()
    }
  }

  /** The events of a stream from its last one back to its first, given where it ends; in order of revision. */
  readBackFrom(end: Position): readonly StoredEvent[] {
    const found: StoredEvent[] = []
    for (let position = end; position > 0; ) {
      const block = this.#blockWith(position)
      const index = position - block.first
      const event = block.events[index]
      if (event === undefined) throw new Error(`the log has no event at position ${position}`)
      found.push(event)
      const { previous } = readLink(block.links, index)
      if (previous >= position) throw new Error(`the link of position ${position} leads forward`)
      position = previous
    }
    return found.reverse()
  }

  close(): void {
    this.#cache.clear()
    this.#database.close()
  }

  #firstOfBlockWith(position: Position): Position {
    const row = this.#blockAt.get(position) as unknown as BlockRow | undefined // the columns are those named above
    return row !== undefined && row.first_position + row.count > position ? row.first_position : position
  }

  #blockWith(position: Position): Block {
    for (const block of this.#cache.values())
      if (position >= block.first && position < block.first + block.events.length) return block
    const row = this.#blockAt.get(position) as unknown as BlockRow | undefined // the columns are those named above
    if (row === undefined || row.first_position + row.count <= position)
      throw new Error(`the log has no event at position ${position}`)
    const block = unpack(row)
    if (this.#cache.size >= cachedBlocksMax) {
      const oldest = this.#cache.keys().next().value
      if (oldest !== undefined) this.#cache.delete(oldest)
    }
    this.#cache.set(block.first, block)
    return block
  }
}

function maskOf(families: readonly Family[] | undefined): number {
  if (families === undefined) return -1
  return families.reduce((mask, family) => mask | familyBit(family), 0)
}

function isOf(families: readonly Family[] | undefined, event: StoredEvent): boolean {
  return families === undefined || (families as readonly string[]).includes(familyOf(event.bytes))
}

function unpack(row: BlockRow): Block {
  const { first_position: first, count, hashes } = row
  const lines = zstdDecompressSync(row.events)
  const events: StoredEvent[] = []
  let start = 0
  for (let index = 0; index < count; index++) {
    const end = lines.indexOf(newline, start)
    if (end === -1) break
    events.push({
      position: first + index,
      bytes: lines.subarray(start, end),
      hash: hashes.subarray(index * hashBytes, (index + 1) * hashBytes),
    })
    start = end + 1
  }
  if (events.length !== count || start !== lines.length || row.links.length !== count * bytesPerLink)
    throw new Error(`the block at position ${first} should hold ${count} events and does not; run athar verify`)
  return { first, events, links: viewOf(row.links) }
}
