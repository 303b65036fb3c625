/**
 * Tells those who follow a log that it has grown. A wait leaves nothing behind, however it ends: a follower waits some
 * million times in its life.
 */
export class Growth {
  readonly #waiting = new Set<() => void>()

  /** Wakes everybody who waits: the log has grown, or is closed. */
  announce(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  /**
   * Resolves at the next announcement, when `signal` aborts, or after `atMostMs`. Ask for it in the same turn in which the
   * head was found where it was: what was announced before is not announced again.
   */
  next(signal: AbortSignal, atMostMs?: number): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    return new Promise(resolve => {
      let timer: NodeJS.Timeout | undefined
      const wake = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        this.#waiting.delete(wake)
        resolve()
      }
      signal.addEventListener('abort', wake, { once: true })
      this.#waiting.add(wake)
      if (atMostMs !== undefined) timer = setTimeout(wake, atMostMs).unref()
    })
  }
}
