import type { IndexEntry, Posting, Tally } from '@athar/projections/projection.ts'

/** A document in memory, with what followed from it when it was last stored. */
export interface HeldDocument {
  readonly key: string
  /** `undefined`: there is none of that key. */
  document: object | undefined
  /** Whether it is other than the store has it. */
  isDirty: boolean
  /** What is stored of it; `undefined` until somebody is about to change it. */
  derived: Derived | undefined
}

export interface Derived {
  entries: readonly IndexEntry[]
  tallies: readonly Tally[]
  /** What was journaled of it, by each projection that posts. */
  readonly postings: (readonly Posting[])[]
}

/** Documents in memory: those that differ from the store, and of the others those that were stored last. */
export class HeldDocuments {
  readonly #held = new Map<string, HeldDocument>()
  #dirty: HeldDocument[] = []
  readonly #cleanMax: number

  /** `cleanMax`: documents to keep beside those that differ, some 4 kB each. */
  constructor(cleanMax: number) {
    this.#cleanMax = cleanMax
  }

  get dirty(): readonly HeldDocument[] {
    return this.#dirty
  }

  /** All that are in memory, also keys of which there is no document. */
  get size(): number {
    return this.#held.size
  }

  get(key: string): HeldDocument | undefined {
    return this.#held.get(key)
  }

  has(key: string): boolean {
    return this.#held.has(key)
  }

  /** Holds what the store has under a key. */
  hold(key: string, document: object | undefined): void {
    this.#held.set(key, { key, document, isDirty: false, derived: undefined })
  }

  markDirty(held: HeldDocument): void {
    if (held.isDirty) return
    held.isDirty = true
    this.#dirty.push(held)
  }

  /** All of them are stored: keeps those of the last commits. */
  clean(): void {
    for (const held of this.#dirty) {
      held.isDirty = false
      this.#held.delete(held.key)
      this.#held.set(held.key, held) // the last one in line to be let go
    }
    this.#dirty = []
    for (const key of this.#held.keys()) {
      if (this.#held.size <= this.#cleanMax) return
      this.#held.delete(key)
    }
  }

  /** Forgets everything: the store has what counts. */
  drop(): void {
    this.#held.clear()
    this.#dirty = []
  }
}
