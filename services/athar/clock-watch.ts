import { limits } from '@athar/events/limits.ts'
import type { Logger } from 'pino'

/**
 * Tells once when the clock of the machine is behind the newest time in the log by more than senders' clocks may be ahead,
 * and once when it is there again. The times in the log do not run backwards: in between all that comes has one time.
 */
export class ClockWatch {
  readonly #logger: Logger
  #isBehind = false

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /** Notes how far the clock is behind the newest time in the log. */
  note(behindMs: number): void {
    const isBehind = behindMs > limits.clockAheadMaxMs
    if (isBehind === this.#isBehind) return
    this.#isBehind = isBehind
    if (isBehind)
      this.#logger.warn(
        { behindSeconds: Math.round(behindMs / 1000) },
        'the newest event in the log was recorded later than now: the clock is behind, or was ahead',
      )
    else this.#logger.info('the clock is no longer behind the newest event in the log')
  }
}
