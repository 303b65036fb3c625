/**
 * Lets a few at a time do what takes memory, in order of asking. Readers of the log take turns: each holds a place in the
 * log, with the blocks that belong to it, only while it has the turn.
 */
export class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  /** Resolves when it is the caller’s turn; `leave` must follow. */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free--
      return
    }
    await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  /** Hands the turn on. */
  leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free++
    else next()
  }
}
