import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import { leafHash } from '../leaf-hash.ts'
import { bytesOf } from '../new-event-bytes.ts'
import { type EventLog, LogFailure, type NewEvent, type ReadOptions, type StoredEvent, WrongRevision } from '../port.ts'
import { familyOf, streamOf } from '../recorded-bytes.ts'

/** What outlives a log that is closed: the events that were written, the one of position n at n − 1. */
export type MemoryStore = StoredEvent[]

/** Stands where the disk would: resolves when a batch may count as written, rejects with a `LogFailure` when it is not. */
export type BatchWrite = (batch: readonly NewEvent[]) => Promise<void>

/** A batch handed over, and not yet written. */
interface PendingBatch {
  readonly events: readonly NewEvent[]
  readonly resolve: (positions: readonly Position[]) => void
  readonly reject: (failure: unknown) => void
}

const readBatchMax = 100

/**
 * A log in memory, for tests: it numbers, checks and pipelines batches as a durable one does, and loses everything with the
 * process. How writing goes is up to `write`: late, never, or not at all.
 */
export class MemoryEventLog implements EventLog {
  readonly #store: MemoryStore
  readonly #write: BatchWrite
  readonly #streams = new Map<string, Position[]>()
  /** The revision of each stream with what is handed over. */
  #revisions = new Map<string, number>()
  #pending: PendingBatch[] = []
  #isWriting = false
  #isClosed = false
  /** Resolves when something was written, or is not going to be. */
  #changed = Promise.withResolvers<void>()

  /** Opens the log of a store. `write`: nextTurn when absent, so that batches pile up as they do over a disk. */
  constructor(store: MemoryStore, write: BatchWrite = async () => void (await nextTurn())) {
    this.#store = store
    this.#write = write
    for (const { bytes, position } of store) this.#number(streamOf(bytes), position)
  }

  append(batch: readonly NewEvent[]): Promise<readonly Position[]> {
    if (this.#isClosed) return Promise.reject(new LogFailure('closed', 'the log is closed'))
    if (batch.length === 0) return Promise.resolve([])
    const revisions = new Map<string, number>()
    for (const { stream, revision } of batch) {
      const actual = revisions.get(stream) ?? this.#revisions.get(stream) ?? -1
      if (revision !== actual + 1) return Promise.reject(new WrongRevision(stream, revision - 1, actual))
      revisions.set(stream, revision)
    }
    for (const [stream, revision] of revisions) this.#revisions.set(stream, revision)
    return new Promise((resolve, reject) => {
      this.#pending.push({ events: batch, resolve, reject })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  async readStreams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    while (this.#pending.some(({ events }) => events.some(({ stream }) => streams.includes(stream))))
      await this.#changed.promise
    const found = new Map<string, readonly StoredEvent[]>()
    for (const stream of streams) {
      const positions = this.#streams.get(stream)
      if (positions !== undefined)
        found.set(
          stream,
          positions.flatMap(position => this.#store[position - 1] ?? []),
        )
    }
    return found
  }

  async *readAll(after: Position, { families, upTo, signal }: ReadOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    const last = Math.min(upTo ?? Infinity, this.#store.length)
    for (let from = after; from < last && !signal?.aborted; from += readBatchMax) {
      const batch = this.#store.slice(from, Math.min(from + readBatchMax, last))
      const wanted = families === undefined ? batch : batch.filter(({ bytes }) => isOneOf(families, familyOf(bytes)))
      if (wanted.length > 0) yield wanted
    }
  }

  async *subscribe(
    after: Position,
    options: ReadOptions & { readonly signal: AbortSignal },
  ): AsyncIterable<readonly StoredEvent[]> {
    const aborted = Promise.withResolvers<void>()
    options.signal.addEventListener('abort', () => aborted.resolve(), { once: true })
    for (let from = after; !options.signal.aborted && !this.#isClosed; ) {
      const upTo = this.#store.length
      yield* this.readAll(from, { ...options, upTo })
      if (upTo === from) await Promise.race([this.#changed.promise, aborted.promise])
      from = upTo
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#store.length)
  }

  async close(): Promise<void> {
    while (this.#pending.length > 0) await this.#changed.promise
    this.#isClosed = true
    this.#announceChange()
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    for (let batch = this.#pending[0]; batch !== undefined; batch = this.#pending[0]) {
      try {
        await this.#write(batch.events)
        this.#pending.shift()
        batch.resolve(batch.events.map(event => this.#keep(event)))
      } catch (failure) {
        this.#failAll(failure)
      }
      this.#announceChange()
    }
    this.#isWriting = false
  }

  /** Fails every batch that is not written: those behind were decided on top of the one that failed. */
  #failAll(failure: unknown): void {
    const failed = this.#pending
    this.#pending = []
    this.#revisions = new Map([...this.#streams].map(([stream, positions]) => [stream, positions.length - 1]))
    for (const batch of failed) batch.reject(failure)
  }

  #keep(event: NewEvent): Position {
    const bytes = bytesOf(event)
    const position = this.#store.length + 1
    this.#store.push({ position, bytes, hash: Buffer.from(leafHash(bytes), 'hex') })
    this.#number(event.stream, position)
    return position
  }

  #number(stream: string, position: Position): void {
    const positions = this.#streams.get(stream) ?? []
    positions.push(position)
    this.#streams.set(stream, positions)
    this.#revisions.set(stream, Math.max(this.#revisions.get(stream) ?? -1, positions.length - 1))
  }

  #announceChange(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers<void>()
  }
}

function isOneOf(families: readonly Family[], family: string): boolean {
  return families.some(each => each === family)
}
