import type { Position } from '@athar/events/envelope.ts'

/** What was looked at. Each is explained in the help of `athar verify`. */
export type Check = 'file' | 'block' | 'position' | 'link' | 'hash' | 'event' | 'revision' | 'order' | 'fold'

/** Something that is not as the ledger writes it, and where. Position 0: the file as a whole. */
export interface Finding {
  readonly position: Position
  readonly check: Check
  readonly found: string
}

/** Findings of a damaged log may be as many as its events: so many are kept, the others are counted. */
const findingsKeptMax = 1_000

/** Collects findings, in bounded memory. */
export class Findings {
  readonly kept: Finding[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  add(position: Position, check: Check, found: string): void {
    this.#count++
    if (this.kept.length < findingsKeptMax) this.kept.push({ position, check, found })
  }

  /** Takes what another one has collected. */
  take(kept: readonly Finding[], count: number): void {
    this.#count += count
    this.kept.push(...kept.slice(0, Math.max(0, findingsKeptMax - this.kept.length)))
  }
}
