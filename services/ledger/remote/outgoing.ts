import type { Line } from '../line.ts'
import type { Caller } from '../submission.ts'
import type { WireSubmissions } from './messages.ts'
import { packLines } from './packed-lines.ts'

/** Submissions that are handed to the ledger together. */
export class Outgoing {
  #first = 1
  #counts: number[] = []
  #atomic: boolean[] = []
  #callers: Caller[] = []
  #lines: Line[] = []

  get events(): number {
    return this.#lines.length
  }

  get isEmpty(): boolean {
    return this.#counts.length === 0
  }

  /** Answers the number of the submission, under which it will be answered. */
  add(lines: readonly Line[], caller: Caller, atomic: boolean): number {
    for (const line of lines) this.#lines.push(line)
    this.#atomic.push(atomic)
    this.#callers.push(caller)
    return this.#first + this.#counts.push(lines.length) - 1
  }

  /** Takes them all; the next one begins anew. */
  take(): WireSubmissions {
    const lines = packLines(this.#lines)
    const taken = { first: this.#first, counts: this.#counts, atomic: this.#atomic, callers: this.#callers, lines }
    this.#first += this.#counts.length
    this.#counts = []
    this.#atomic = []
    this.#callers = []
    this.#lines = []
    return taken
  }
}
