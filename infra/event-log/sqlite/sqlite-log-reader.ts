import type { Position } from '@athar/events/envelope.ts'
import { closedOnFailure } from '../../sqlite/closed-on-failure.ts'
import { Growth } from '../growth.ts'
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
  readonly #growth = new Growth()
  #closed = false

  /** Throws when there is no log in the file, or it is of another format. */
  constructor(file: string) {
    const { reader, head } = closedOnFailure(openForReading(file), database => {
      const reader = new BlockReader(database)
      return { reader, head: reader.head() }
    })
    this.#reader = reader
    this.#head = head
  }

  /** Says that events up to this position are on disk. */
  announce(head: Position): void {
    if (head <= this.#head) return
    this.#head = head
    this.#growth.announce()
  }

  readAll(after: Position, options: ReadOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    return this.#reader.readAfter(after, { ...options, upTo: Math.min(options.upTo ?? Infinity, this.#look()) })
  }

  async *subscribe(
    after: Position,
    options: ReadOptions & { readonly signal: AbortSignal },
  ): AsyncIterable<readonly StoredEvent[]> {
    let from = after
    while (!options.signal.aborted && !this.#closed) {
      const upTo = this.#look() // nothing can be announced between here and the wait: both are in one turn
      if (upTo > from) {
        yield* this.#reader.readAfter(from, { ...options, upTo })
        from = upTo
      } else {
        await this.#growth.next(options.signal, lookEveryMs)
      }
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#look())
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#growth.announce()
    this.#reader.close()
  }

  #look(): Position {
    this.#head = Math.max(this.#head, this.#reader.head())
    return this.#head
  }
}
