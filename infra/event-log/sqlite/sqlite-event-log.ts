import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import {
  type EventLog,
  LogFailure,
  type LogFailureReason,
  type NewEvent,
  type ReadOptions,
  type StoredEvent,
  WrongRevision,
} from '../port.ts'
import { streamOf } from '../recorded-bytes.ts'
import { BlockReader } from './block-reader.ts'
import { familyBit, openForReading } from './database.ts'
import { bytesPerLink, viewOf, writeLink } from './links.ts'
import { loadStreamIndex } from './load-stream-index.ts'
import { type StreamIndex, streamKey } from './stream-index.ts'
import type { WriteBatch, WriterReply, WriterRequest } from './writer.ts'
import { WriterLock } from './writer-lock.ts'

interface Pending {
  readonly first: Position
  readonly count: number
  readonly resolve: (positions: readonly Position[]) => void
  readonly reject: (failure: LogFailure) => void
}

/**
 * The log on one machine: SQLite in a file. This side checks revisions and numbers the events; a worker thread hashes,
 * packs and syncs them. Batches may be handed over one after the other without waiting: they are written in that order,
 * and when one fails, those behind it fail with it.
 */
export class SqliteEventLog implements EventLog {
  readonly #writer: Worker
  readonly #reader: BlockReader
  readonly #lock: WriterLock
  readonly #file: string
  #index: StreamIndex
  #epoch = 0
  /** Position of the last event handed to the writer, and of the last one known to be on disk. */
  #handedOver: Position
  #durable: Position
  #pending: Pending[] = []
  #closed = false
  #grown = Promise.withResolvers<void>()

  /**
   * Opens the log of a file, creating it when it is not there. Rejects when another process writes to it, or when the
   * file is not a log of this format.
   */
  static async open(file: string): Promise<SqliteEventLog> {
    const lock = WriterLock.take(`${file}-lock`)
    try {
      const writer = new Worker(new URL('./writer.ts', import.meta.url), { workerData: { file }, name: 'log-writer' })
      await once(writer, 'message') // 'ready'; an error while opening rejects here
      return new SqliteEventLog(file, writer, lock)
    } catch (error) {
      lock.release()
      throw error
    }
  }

  private constructor(file: string, writer: Worker, lock: WriterLock) {
    this.#file = file
    this.#writer = writer
    this.#lock = lock
    this.#reader = new BlockReader(openForReading(file))
    this.#index = loadStreamIndex(file)
    this.#durable = this.#reader.head()
    this.#handedOver = this.#durable
    writer.on('message', (reply: WriterReply) => this.#takeReply(reply))
    writer.on('error', error => this.#lose(error instanceof Error ? error.message : String(error)))
    writer.on('exit', () => this.#lose('the writer has stopped'))
  }

  append(batch: readonly NewEvent[]): Promise<readonly Position[]> {
    if (this.#closed) return Promise.reject(new LogFailure('closed', 'the log is closed'))
    if (batch.length === 0) return Promise.resolve([])
    const first = this.#handedOver + 1
    const links = new Uint8Array(batch.length * bytesPerLink)
    const families = new Uint8Array(batch.length)
    const undo: (() => void)[] = []
    try {
      const view = viewOf(links)
      for (const [index, event] of batch.entries()) {
        undo.push(this.#link(event, first + index, index, view))
        families[index] = familyBit(familyOfStream(event.stream))
      }
    } catch (error) {
      for (const step of undo.reverse()) step()
      return Promise.reject(error)
    }
    const lines = new TextEncoder().encode(`\n${batch.map(event => event.json).join('\n')}\n`)
    this.#handedOver += batch.length
    const write: WriteBatch = { epoch: this.#epoch, first, count: batch.length, lines, links, families }
    return new Promise((resolve, reject) => {
      this.#pending.push({ first, count: batch.length, resolve, reject })
      this.#request({ write }, [lines.buffer, links.buffer, families.buffer])
    })
  }

  async readStreams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const ends = new Map<string, Position>()
    for (const stream of streams) {
      const end = this.#index.get(streamKey(stream))
      if (end !== undefined) ends.set(stream, end.position)
    }
    const found = new Map<string, readonly StoredEvent[]>()
    if (ends.size === 0) return found
    await this.#durableUpTo(Math.max(...ends.values()))
    for (const [stream, end] of ends) {
      const events = this.#reader.readBackFrom(end).filter(event => streamOf(event.bytes) === stream)
      if (events.length > 0) found.set(stream, events)
    }
    return found
  }

  readAll(after: Position, options: ReadOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    return this.#reader.readAfter(after, { ...options, upTo: Math.min(options.upTo ?? Infinity, this.#durable) })
  }

  async *subscribe(
    after: Position,
    options: ReadOptions & { readonly signal: AbortSignal },
  ): AsyncIterable<readonly StoredEvent[]> {
    const aborted = Promise.withResolvers<void>()
    options.signal.addEventListener('abort', () => aborted.resolve(), { once: true })
    let from = after
    while (!options.signal.aborted && !this.#closed) {
      const grown = this.#grown.promise // taken before the head is read, so that no growth falls between
      const upTo = this.#durable
      if (upTo > from) {
        yield* this.readAll(from, { ...options, upTo })
        from = upTo
      } else {
        await Promise.race([grown, aborted.promise])
      }
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#durable)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#settled()
    this.#closed = true
    this.#announceGrowth()
    const stopped = once(this.#writer, 'exit')
    this.#request('close', [])
    await stopped
    this.#reader.close()
    this.#lock.release()
  }

  /** Links an event to the one before it in its stream, and answers how to undo that. Throws `WrongRevision`. */
  #link({ stream, revision }: NewEvent, position: Position, index: number, links: DataView): () => void {
    const key = streamKey(stream)
    const end = this.#index.get(key)
    const actual = end?.revision ?? -1
    if (revision !== actual + 1) throw new WrongRevision(stream, revision - 1, actual)
    writeLink(links, index, key, end?.position ?? 0)
    this.#index.set(key, position, revision)
    return () => {
      if (end === undefined) this.#index.remove(key)
      else this.#index.set(key, end.position, end.revision)
    }
  }

  #request(request: WriterRequest, transfer: readonly ArrayBufferLike[]): void {
    this.#writer.postMessage(request, transfer as ArrayBuffer[]) // made above, never shared
  }

  #takeReply(reply: WriterReply): void {
    if (reply === 'closed' || reply === 'ready' || reply.epoch !== this.#epoch) return
    if (reply.failure !== undefined) {
      this.#failAll(reply.failure.reason, reply.failure.message)
      return
    }
    const batch = this.#pending.shift()
    if (batch?.count !== reply.written) throw new Error('the writer answered for another batch')
    this.#durable = batch.first + batch.count - 1
    batch.resolve(Array.from({ length: batch.count }, (_, index) => batch.first + index))
    this.#announceGrowth()
  }

  /** Fails every batch that is not on disk, and begins a new epoch with the index as the disk has it. */
  #failAll(reason: LogFailureReason, message: string): void {
    const failed = this.#pending
    if (failed.length === 0) return
    this.#pending = []
    this.#epoch++
    this.#durable = this.#reader.head()
    this.#handedOver = this.#durable
    this.#index = loadStreamIndex(this.#file)
    if (!this.#closed) this.#request({ epoch: this.#epoch }, [])
    for (const batch of failed) batch.reject(new LogFailure(reason, message))
  }

  /** The writer is gone without having been asked to go: what it last did is not known. */
  #lose(message: string): void {
    if (this.#closed) return
    this.#failAll('sync-failed', message)
    this.#closed = true
    this.#announceGrowth()
  }

  #announceGrowth(): void {
    this.#grown.resolve()
    this.#grown = Promise.withResolvers<void>()
  }

  async #durableUpTo(position: Position): Promise<void> {
    while (this.#durable < position && this.#pending.length > 0) await this.#grown.promise
  }

  async #settled(): Promise<void> {
    await this.#durableUpTo(this.#handedOver)
  }
}

function familyOfStream(stream: string): Family {
  // Streams are named by `streamOf(family, subject)`; familyBit answers 0 bits for anything else, which no filter finds.
  return stream.slice(0, stream.indexOf('-')) as Family
}
