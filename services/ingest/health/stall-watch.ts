/** What the queue of a ledger shows of itself. */
export interface QueueSigns {
  /** Events waiting, being decided or being written. */
  readonly eventsUnderWay: number
  /** Groups written since the start. */
  readonly groupsWritten: number
}

/**
 * Tells for how long a queue has not moved. Looks at it from time to time: an empty queue, or one of which a group was
 * written since the last look, moves.
 */
export class StallWatch {
  readonly #signs: () => QueueSigns
  readonly #now: () => number
  #movedAtMs: number
  #groupsWritten = -1

  constructor(signs: () => QueueSigns, now: () => number) {
    this.#signs = signs
    this.#now = now
    this.#movedAtMs = now()
  }

  look(): void {
    const { eventsUnderWay, groupsWritten } = this.#signs()
    if (eventsUnderWay > 0 && groupsWritten === this.#groupsWritten) return
    this.#groupsWritten = groupsWritten
    this.#movedAtMs = this.#now()
  }

  /** Milliseconds since the queue was last seen to move. */
  get stalledMs(): number {
    this.look()
    return this.#now() - this.#movedAtMs
  }
}
