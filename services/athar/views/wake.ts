/** A bell that somebody waits for. One that rings while nobody waits is heard by the next one. */
export class Wake {
  #hasRung = false
  #wake: (() => void) | undefined

  ring(): void {
    this.#hasRung = true
    this.#wake?.()
  }

  /** Resolves when it rings, at once when it has rung since the last time, or after `atMostMs`. */
  next(atMostMs: number): Promise<void> {
    return new Promise(resolve => {
      const wake = (): void => {
        clearTimeout(timer)
        this.#wake = undefined
        this.#hasRung = false
        resolve()
      }
      const timer = setTimeout(wake, atMostMs)
      this.#wake = wake
      if (this.#hasRung) wake()
    })
  }
}
