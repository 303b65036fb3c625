import type { Position } from '@athar/events/envelope.ts'
import type { EventLogReader, StoredEvent } from '@athar/infra/event-log/port.ts'

/**
 * The hash of the event at a position, in hexadecimal. With it a store keeps from which log it was folded: one that was put
 * back from an older copy has other events where it has grown since.
 */
export class EventHashes {
  readonly #log: EventLogReader
  /** Most are asked for where somebody has just read. */
  #last: { readonly position: Position; readonly hash: string } | undefined

  constructor(log: EventLogReader) {
    this.#log = log
  }

  /** An event that was read. */
  note({ position, hash }: StoredEvent): void {
    this.#last = { position, hash: Buffer.from(hash).toString('hex') }
  }

  /** Answers `undefined` when the log has no event there. */
  async at(position: Position): Promise<string | undefined> {
    if (this.#last?.position === position) return this.#last.hash
    for await (const events of this.#log.readAll(position - 1, { upTo: position }))
      for (const event of events) this.note(event)
    return this.#last?.position === position ? this.#last.hash : undefined
  }
}
