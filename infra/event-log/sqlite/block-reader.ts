import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import type { ReadOptions, StoredEvent } from '../port.ts'
import { familyOf } from '../recorded-bytes.ts'
import { BlockCache, type CachedBlock } from './block-cache.ts'
import { familyBit, hashBytes } from './database.ts'
import { bytesPerLink, readLink, viewOf } from './links.ts'

interface BlockRow {
  readonly first_position: number
  readonly count: number
  readonly links: Uint8Array
  readonly hashes: Uint8Array
  readonly events: Uint8Array
}

/** A block unpacked: the lines of its events, and the links between the events of each stream. */
interface Block extends CachedBlock {
  /** Where each line ends. */
  readonly ends: Uint32Array
  readonly hashes: Uint8Array
  readonly links: DataView
}

const blocksPerQuery = 16
/** Two thousand blocks, a quarter of a million events. A second is long among those that are asked for at full speed, and short among all others. */
const cacheLimits = { bytesMax: 128 * 1024 * 1024, idleMsMax: 1_000 }
const newline = 10

/** The reading side of the log: any number of readers beside the one writer, in this process or another. */
export class BlockReader {
  readonly #database: DatabaseSync
  readonly #blocksAfter: StatementSync
  readonly #blockAt: StatementSync
  readonly #end: StatementSync
  readonly #cache = new BlockCache<Block>(cacheLimits)

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
        const wanted = eventsOf(block, after + 1, last).filter(event => isOf(families, event))
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
      found.push(eventAt(block, index))
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
    const cached = this.#cache.find(position)
    if (cached !== undefined) return cached
    const row = this.#blockAt.get(position) as unknown as BlockRow | undefined // the columns are those named above
    if (row === undefined || row.first_position + row.count <= position)
      throw new Error(`the log has no event at position ${position}`)
    const block = unpack(row)
    this.#cache.keep(block)
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
  const ends = new Uint32Array(count)
  let start = 0
  let found = 0
  for (; found < count; found++) {
    const end = lines.indexOf(newline, start)
    if (end === -1) break
    ends[found] = end
    start = end + 1
  }
  if (found !== count || start !== lines.length || row.links.length !== count * bytesPerLink)
    throw new Error(`the block at position ${first} should hold ${count} events and does not; run athar verify`)
  return { first, count, lines, ends, hashes, links: viewOf(row.links) }
}

/** The events of a block from a position up to another, as far as it holds them. */
function eventsOf(block: Block, from: Position, upTo: Position): readonly StoredEvent[] {
  const events: StoredEvent[] = []
  const end = Math.min(block.count, upTo - block.first + 1)
  for (let index = Math.max(0, from - block.first); index < end; index++) events.push(eventAt(block, index))
  return events
}

/** An event is made when it is asked for: who looks for one event of a block does not pay for a hundred. */
function eventAt({ first, lines, ends, hashes }: Block, index: number): StoredEvent {
  const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1
  return {
    position: first + index,
    bytes: lines.subarray(start, ends[index]),
    hash: hashes.subarray(index * hashBytes, (index + 1) * hashBytes),
  }
}
