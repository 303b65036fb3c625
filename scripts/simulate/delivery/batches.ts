import { limits } from '@athar/events/limits.ts'
import type { Arrival } from '../simulate.ts'

/** Events that go to the ledger together. */
export interface Batch {
  readonly lines: string
  /** The ids of the events, in order: an answer speaks of them by their place. */
  readonly events: readonly Arrival[]
}

/** Half of what a body may hold: also with letters of two bytes it fits. */
const batchCharactersMax = limits.bodyBytesMax / 2

/** Collects events until a batch is full. */
export class BatchBuilder {
  readonly #eventsMax: number
  #lines = ''
  #events: Arrival[] = []

  constructor(eventsMax: number) {
    this.#eventsMax = Math.min(eventsMax, limits.batchEventsMax)
  }

  add(arrival: Arrival): void {
    this.#lines += `${JSON.stringify(arrival.event)}\n`
    this.#events.push(arrival)
  }

  get isFull(): boolean {
    return this.#events.length >= this.#eventsMax || this.#lines.length >= batchCharactersMax
  }

  get isEmpty(): boolean {
    return this.#events.length === 0
  }

  /** What has been collected; the next batch begins empty. */
  take(): Batch {
    const batch = { lines: this.#lines, events: this.#events }
    this.#lines = ''
    this.#events = []
    return batch
  }
}
