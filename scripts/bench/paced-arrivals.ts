import { setTimeout as wait } from 'node:timers/promises'
import type { LedgerProcess } from './ledger-process.ts'
import { postBatches } from './post-events.ts'

/** Events in a request of arrivals at a rate: small, so that they come evenly. */
export const eventsPerPacedRequest = 200

/** Events that arrive at an even rate, and when they were there. */
export class PacedArrivals {
  readonly #acknowledged: { readonly head: number; readonly atMs: number }[] = []
  #head: number
  #isOver = false

  /** `head`: the position of the last event before. Nobody else may record meanwhile. */
  constructor(head: number) {
    this.#head = head
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Posts bodies of `eventsPerPacedRequest` events, so many events a second. */
  async post(ledger: LedgerProcess, bodies: readonly Buffer[], eventsPerSecond: number): Promise<void> {
    const startMs = performance.now()
    const underWay = new Set<Promise<void>>()
    for (const [index, body] of bodies.entries()) {
      const dueMs = startMs + ((index * eventsPerPacedRequest) / eventsPerSecond) * 1000
      const earlyMs = dueMs - performance.now()
      if (earlyMs > 1) await wait(earlyMs)
      while (underWay.size >= 8) await Promise.race(underWay)
      const posted: Promise<void> = postBatches(ledger, [body], 1).then(() => {
        underWay.delete(posted)
        this.#head += eventsPerPacedRequest
        this.#acknowledged.push({ head: this.#head, atMs: performance.now() })
      })
      underWay.add(posted)
    }
    await Promise.all(underWay)
    this.#isOver = true
  }

  /** How long ago the first event was acknowledged that a view at this position lacks; 0 when it has them all. */
  lagMs(position: number): number {
    let from = 0
    let to = this.#acknowledged.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#acknowledged[middle]?.head ?? 0) > position) to = middle
      else from = middle + 1
    }
    const missed = this.#acknowledged[from]
    return missed === undefined ? 0 : performance.now() - missed.atMs
  }
}
