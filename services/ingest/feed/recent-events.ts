import type { EventLogReader, StoredEvent } from '@athar/infra/event-log/port.ts'
import { frameEvents, serverSentEvents } from './framing.ts'

/** What was appended in one go, kept for a while so that a thousand live readers cost one reading. */
export interface RecentBatch {
  /** The position before its first event. */
  readonly after: number
  readonly upTo: number
  readonly events: readonly StoredEvent[]
  /** All of its events as server-sent events, made when first asked for. */
  framed(): Buffer
}

/** Bytes of recent events that are kept. A reader that falls behind them reads the log by itself. */
const keptBytesMax = 2 * 1024 * 1024

/** Who follows the newest events. */
export interface LiveReader {
  /** There is more to read. */
  grown(): void
  /** The log cannot be read any more: nothing will come. */
  failed(error: unknown): void
}

/** The newest events of the log, followed once for all live readers, while there are any. */
export class RecentEvents {
  readonly #log: EventLogReader
  readonly #readers = new Set<LiveReader>()
  #batches: RecentBatch[] = []
  #bytes = 0
  #upTo = 0
  #following: AbortController | undefined

  constructor(log: EventLogReader) {
    this.#log = log
  }

  /** The last position that live readers have been told of. */
  get upTo(): number {
    return this.#upTo
  }

  /** Tells a reader of every growth, at least once for each. Returns what to call when it has gone. */
  enter(reader: LiveReader): () => void {
    this.#readers.add(reader)
    if (this.#following === undefined) void this.#follow()
    return () => {
      this.#readers.delete(reader)
      if (this.#readers.size === 0) this.#rest()
    }
  }

  /** The batch that goes on after a position; `undefined` when that lies too far back, or at the end. */
  batchAfter(position: number): RecentBatch | undefined {
    return this.#batches.find(batch => batch.after <= position && position < batch.upTo)
  }

  async #follow(): Promise<void> {
    const following = new AbortController()
    this.#following = following
    const { signal } = following
    try {
      const head = await this.#log.head()
      if (signal.aborted) return
      this.#grow(head)
      for await (const events of this.#log.subscribe(head, { signal })) {
        if (signal.aborted) return
        this.#keep(events)
      }
    } catch (error) {
      if (signal.aborted) return
      for (const reader of this.#readers) reader.failed(error)
      this.#rest() // the next reader tries again
    }
  }

  #keep(events: readonly StoredEvent[]): void {
    const upTo = events.at(-1)?.position ?? this.#upTo
    this.#batches.push(recentBatch(this.#upTo, upTo, events))
    this.#bytes += bytesOf(events)
    while (this.#bytes > keptBytesMax && this.#batches.length > 1) this.#bytes -= bytesOf(this.#batches.shift()?.events)
    this.#grow(upTo)
  }

  #grow(upTo: number): void {
    this.#upTo = upTo
    for (const reader of this.#readers) reader.grown()
  }

  #rest(): void {
    this.#following?.abort()
    this.#following = undefined
    this.#batches = []
    this.#bytes = 0
  }
}

function recentBatch(after: number, upTo: number, events: readonly StoredEvent[]): RecentBatch {
  let framed: Buffer | undefined
  return {
    after,
    upTo,
    events,
    framed: () => {
      framed ??= frameEvents(events, serverSentEvents, { isFirst: true })
      return framed
    },
  }
}

function bytesOf(events: readonly StoredEvent[] = []): number {
  return events.reduce((sum, { bytes }) => sum + bytes.length, 0)
}
