/**
 * Lets a few at a time do what takes memory: reading a long body, or the log. Readers of the log hold a place in it, with
 * the blocks that belong to it, only while they have the turn. Who begins goes before who goes on, so that a page does not
 * wait for those who read everything; otherwise it is the order of asking.
 */
export class Turns {
  #free: number
  readonly #beginning: (() => void)[] = []
  readonly #goingOn: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  /** True when somebody waits. */
  get areWanted(): boolean {
    return this.#beginning.length + this.#goingOn.length > 0
  }

  /** Resolves when it is the caller’s turn; `leave` must follow. */
  async take({ begins }: { readonly begins: boolean }): Promise<void> {
    if (this.#free > 0) {
      this.#free--
      return
    }
    await new Promise<void>(resolve => (begins ? this.#beginning : this.#goingOn).push(resolve))
  }

  /** Hands the turn on. */
  leave(): void {
    const next = this.#beginning.shift() ?? this.#goingOn.shift()
    if (next === undefined) this.#free++
    else next()
  }
}
