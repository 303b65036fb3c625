/** What fails is tried again every two seconds, or somewhat later while there is much to do. */
const overAfterMs = 10_000

/** What goes wrong over and over: each is told once, and is over when it has not come again for a while. */
export class RecurringTroubles {
  /** When each came last, in milliseconds of a clock that never goes back. */
  readonly #lastMs = new Map<string, number>()

  /** In the order in which they began. */
  get all(): readonly string[] {
    return [...this.#lastMs.keys()]
  }

  /** Answers whether it is new. */
  note(trouble: string, nowMs: number): boolean {
    const isNew = !this.#lastMs.has(trouble)
    this.#lastMs.set(trouble, nowMs)
    return isNew
  }

  /** Forgets those that are over, and answers whether there were any. */
  forget(nowMs: number): boolean {
    const before = this.#lastMs.size
    for (const [trouble, lastMs] of this.#lastMs) if (nowMs - lastMs > overAfterMs) this.#lastMs.delete(trouble)
    return this.#lastMs.size < before
  }
}
