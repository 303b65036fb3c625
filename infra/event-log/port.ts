import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'

/** An event that a ledger has decided to record. */
export interface NewEvent {
  readonly stream: string
  /** Its place in the stream: exactly one after the last. This is the optimistic concurrency of the log. */
  readonly revision: number
  /** The recorded event without its position, as JSON without line breaks: the bytes that are hashed and served. */
  readonly json: string | RecordedParts
}

/**
 * The JSON of a recorded event in the parts it is made of: a head, which is ASCII, the submitted event in the bytes that
 * its sender wrote, and `}`. So those bytes reach the disk without being read into text and written out again.
 */
export interface RecordedParts {
  readonly head: string
  /** The submitted event is what lies between two offsets. */
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
}

/** An event as the log holds it. Both views point into a larger buffer: copy them to keep them. */
export interface StoredEvent {
  readonly position: Position
  /** The recorded event without its position, as UTF-8 JSON. */
  readonly bytes: Uint8Array
  /** SHA-256 (0x00 ‖ bytes): the leaf of RFC 6962, computed when the event was written. */
  readonly hash: Uint8Array
}

export interface ReadOptions {
  /** Only events of streams of these families. */
  readonly families?: readonly Family[]
  /** Read no further than this position. */
  readonly upTo?: Position
  readonly signal?: AbortSignal
}

/** The reading side of a log. Readers get batches, because a batch a hop costs less than an event a hop. */
export interface EventLogReader {
  /** All events after a position, in order, up to the head of this moment. */
  readAll(after: Position, options?: ReadOptions): AsyncIterable<readonly StoredEvent[]>
  /** Like `readAll`, then goes on with what is appended until `signal` aborts; nothing is missed or doubled at the seam. */
  subscribe(
    after: Position,
    options: ReadOptions & { readonly signal: AbortSignal },
  ): AsyncIterable<readonly StoredEvent[]>
  /** The position of the last durable event; 0 when there is none. */
  head(): Promise<Position>
  close(): Promise<void>
}

/** The log of all events: append-only, totally ordered, durable. */
export interface EventLog extends EventLogReader {
  /**
   * Writes all of the batch or nothing, in one transaction, and resolves when it is on disk. Answers the position of
   * each event. Rejects with `WrongRevision` or `LogFailure`; after a `LogFailure` nothing of the batch was written,
   * nor of the batches that were handed over after it.
   */
  append(batch: readonly NewEvent[]): Promise<readonly Position[]>
  /** The events of each of these streams, in order of revision. A stream that is not there has no entry. */
  readStreams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEvent[]>>
}

/** A stream was not where the writer thought. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision'
  readonly stream: string
  readonly expected: number
  readonly actual: number

  constructor(stream: string, expected: number, actual: number) {
    super(`${stream} is at revision ${actual}: ${expected + 1} cannot be the next one`)
    this.stream = stream
    this.expected = expected
    this.actual = actual
  }
}

/** Why a log could not write. `sync-failed`: what is on disk is unknown, and the process must end (DESIGN §7). */
export type LogFailureReason = 'disk-full' | 'io-error' | 'sync-failed' | 'closed' | 'other'

export class LogFailure extends Error {
  override readonly name = 'LogFailure'
  readonly reason: LogFailureReason

  constructor(reason: LogFailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}
