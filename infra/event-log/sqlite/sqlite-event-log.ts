import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import { closedOnFailure } from '../../sqlite/closed-on-failure.ts'
import { Growth } from '../growth.ts'
import { linesOf } from '../new-event-bytes.ts'
import { type EventLog, LogFailure, type NewEvent, type ReadOptions, type StoredEvent, WrongRevision } from '../port.ts'
import { streamOf } from '../recorded-bytes.ts'
import { BlockReader } from './block-reader.ts'
import { BlockWriter } from './block-writer.ts'
import { familyBit, openForReading, openForWriting, readSeed } from './database.ts'
import { bytesPerLink, readLink, viewOf, writeLink } from './links.ts'
import { loadStreamIndex } from './load-stream-index.ts'
import { assertWritable } from './rights.ts'
import type { StreamIndex } from './stream-index.ts'
import { type StreamKey, streamKey } from './stream-key.ts'
import { writeFailure } from './write-failure.ts'
import { WriterLock } from './writer-lock.ts'

/** Pages of the write-ahead log before they go into the file: 8 MB, a few milliseconds of work between two batches. */
const walPagesMax = 2_000

/**
 * The log on one machine: SQLite in a file, written by whoever opened it. `append` holds its thread until the batch is on
 * disk: it belongs on a thread of its own, off HTTP (`services/ledger/remote`).
 */
export class SqliteEventLog implements EventLog {
  readonly #lock: WriterLock
  readonly #database: DatabaseSync
  readonly #writer: BlockWriter
  readonly #walPages: StatementSync
  readonly #reader: BlockReader
  readonly #seed: StreamKey
  readonly #index: StreamIndex
  #head: Position
  #closed = false
  readonly #growth = new Growth()

  /**
   * Opens the log of a file, creating it when it is not there. Rejects when another process writes to it, or when the
   * file is not a log of this format.
   */
  static async open(file: string): Promise<SqliteEventLog> {
    const lock = WriterLock.take(`${file}-lock`)
    try {
      assertWritable(file)
      return closedOnFailure(openForWriting(file), writing =>
        closedOnFailure(openForReading(file), reading => new SqliteEventLog(file, lock, writing, reading)),
      )
    } catch (error) {
      lock.release()
      throw error
    }
  }

  private constructor(file: string, lock: WriterLock, writing: DatabaseSync, reading: DatabaseSync) {
    this.#lock = lock
    this.#database = writing
    this.#writer = new BlockWriter(this.#database)
    this.#walPages = this.#database.prepare('PRAGMA wal_checkpoint(NOOP)')
    this.#reader = new BlockReader(reading)
    this.#seed = readSeed(this.#database)
    this.#index = loadStreamIndex(file)
    this.#head = this.#reader.head()
  }

  append(batch: readonly NewEvent[]): Promise<readonly Position[]> {
    if (this.#closed) return Promise.reject(new LogFailure('closed', 'the log is closed'))
    if (batch.length === 0) return Promise.resolve([])
    const first = this.#head + 1
    const links = new Uint8Array(batch.length * bytesPerLink)
    const families = familiesOf(batch) // before anything is linked: it throws for a stream of no family
    const view = viewOf(links)
    for (let index = 0; index < batch.length; index++) {
      const event = batch[index]
      if (event === undefined) continue // an index below the length of the list
      const wrong = this.#link(event, first + index, index, view)
      if (wrong !== undefined) {
        this.#unlink(batch.slice(0, index), view)
        return Promise.reject(wrong)
      }
    }
    try {
      this.#writer.write({ first, count: batch.length, lines: linesOf(batch), links, families })
    } catch (error) {
      const failure = writeFailure(error, this.#rolledBack())
      this.#unlink(batch, view)
      if (failure.reason === 'sync-failed') this.#closed = true
      return Promise.reject(failure)
    }
    this.#head += batch.length
    this.#growth.announce()
    setImmediate(() => this.#checkpointWhenDue())
    return Promise.resolve(batch.map((_, index) => first + index))
  }

  async readStreams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const found = new Map<string, readonly StoredEvent[]>()
    for (const stream of streams) {
      const end = this.#index.get(streamKey(stream, this.#seed))
      if (end === undefined) continue
      const events = this.#reader.readBackFrom(end.position).filter(event => streamOf(event.bytes) === stream)
      if (events.length > 0) found.set(stream, events)
    }
    return found
  }

  readAll(after: Position, options: ReadOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    return this.#reader.readAfter(after, { ...options, upTo: Math.min(options.upTo ?? Infinity, this.#head) })
  }

  async *subscribe(
    after: Position,
    options: ReadOptions & { readonly signal: AbortSignal },
  ): AsyncIterable<readonly StoredEvent[]> {
    let from = after
    while (!options.signal.aborted && !this.#closed) {
      const upTo = this.#head // nothing can be announced between here and the wait: both are in one turn
      if (upTo > from) {
        yield* this.readAll(from, { ...options, upTo })
        from = upTo
      } else {
        await this.#growth.next(options.signal)
      }
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#head)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#growth.announce()
    if (!this.#database.isOpen) return
    try {
      this.#checkpoint('TRUNCATE')
    } catch {
      // The write-ahead log has it all, and goes into the file at the next start.
    }
    this.#reader.close()
    this.#database.close()
    this.#lock.release()
  }

  /** Links an event to the one before it in its stream, unless its revision is not the next one. */
  #link({ stream, revision }: NewEvent, position: Position, index: number, links: DataView): WrongRevision | undefined {
    const key = streamKey(stream, this.#seed)
    const end = this.#index.get(key)
    const actual = end?.revision ?? -1
    if (revision !== actual + 1) return new WrongRevision(stream, revision - 1, actual)
    writeLink(links, index, key, end?.position ?? 0)
    this.#index.set(key, position, revision)
    return undefined
  }

  /** Takes the links of a batch back that is not to be, last one first. */
  #unlink(batch: readonly NewEvent[], links: DataView): void {
    for (let index = batch.length - 1; index >= 0; index--) {
      const { key, previous } = readLink(links, index)
      if (previous === 0) this.#index.remove(key)
      else this.#index.set(key, previous, (batch[index]?.revision ?? 0) - 1)
    }
  }

  #rolledBack(): boolean {
    try {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      return true
    } catch {
      return false
    }
  }

  /** Moves the write-ahead log into the file. When that fails nothing is lost: it has it all, and is tried again. */
  #checkpointWhenDue(): void {
    if (this.#closed) return
    try {
      if (Number(this.#walPages.get()?.log ?? 0) >= walPagesMax) this.#checkpoint('PASSIVE')
    } catch {
      // See above.
    }
  }

  #checkpoint(mode: 'PASSIVE' | 'TRUNCATE'): void {
    this.#database.exec(`PRAGMA wal_checkpoint(${mode})`)
  }
}

/** For each event the bit of its family. */
function familiesOf(batch: readonly NewEvent[]): Int32Array {
  const families = new Int32Array(batch.length)
  for (const [index, { stream }] of batch.entries()) families[index] = familyBit(familyOfStream(stream))
  return families
}

function familyOfStream(stream: string): Family {
  // Streams are named by `streamOf(family, subject)`; familyBit throws for anything else.
  return stream.slice(0, stream.indexOf('-')) as Family
}
