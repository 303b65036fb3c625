import type { Position } from '@athar/events/envelope.ts'
import type { EventLogReader, ReadOptions, StoredEvent } from '../port.ts'
import { BlockReader } from './block-reader.ts'
import { openForReading } from './database.ts'

/** How often a reader looks for what another process has written, when nobody tells it. */
const lookEveryMs = 200

/**
 * Reads the log beside its writer: in another thread or another process. A writer that shares the process announces what
 * it wrote, and followers hear of it at once; otherwise they look for themselves.
 */
export class SqliteLogReader implements EventLogReader {
  readonly #reader: BlockReader
  #head: Position
  #grown = Promise.withResolvers<void>()
  #closed = false

  /** Throws when there is no log in the file, or it is of another format. */
  constructor(file: string) {
    this.#reader = new BlockReader(openForReading(file))
    this.#head = this.#reader.head()
  }

  /** Says that events up to this position are on disk. */
  announce(head: Position): void {
    if (head <= this.#head) return
    this.#head = head
    this.#grown.resolve()
    this.#grown = Promise.withResolvers<void>()
  }

  readAll(after: Position, options: ReadOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    return this.#reader.readAfter(after, { ...options, upTo: Math.min(options.upTo ?? Infinity, this.#look()) })
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
      const upTo = this.#look()
      if (upTo > from) {
        yield* this.#reader.readAfter(from, { ...options, upTo })
        from = upTo
      } else {
        await Promise.race([grown, aborted.promise, elapsed(lookEveryMs)])
      }
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#look())
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#grown.resolve()
    this.#reader.close()
  }

  #look(): Position {
    this.#head = Math.max(this.#head, this.#reader.head())
    return this.#head
  }
}

function elapsed(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref()
  })
}
