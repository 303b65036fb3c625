import type { LedgerUnavailable } from '@athar/ledger/ledger-unavailable.ts'
import type { FastifyBaseLogger } from 'fastify'

const sayEveryMs = 60_000

interface Refusing {
  readonly since: string
  /** When the log was tried last, and why it did not write. */
  last: string
  reason: string
  submissions: number
  saidMs: number
}

/**
 * Whether the log takes what is sent. A full disk refuses everything, hundreds of times a second: that is told when it begins,
 * once a minute while it goes on, and when the log writes again.
 */
export class WriteWatch {
  readonly #logger: Pick<FastifyBaseLogger, 'error' | 'info'>
  readonly #now: () => number
  #refusing: Refusing | undefined

  constructor(logger: Pick<FastifyBaseLogger, 'error' | 'info'>, now: () => number = Date.now) {
    this.#logger = logger
    this.#now = now
  }

  /** Notes that a submission was refused, because the log could not write. */
  noteRefused({ reason, message }: Pick<LedgerUnavailable, 'reason' | 'message'>): void {
    const nowMs = this.#now()
    const last = new Date(nowMs).toISOString()
    this.#refusing ??= { since: last, last, reason, submissions: 0, saidMs: Number.NEGATIVE_INFINITY }
    const refusing = this.#refusing
    refusing.submissions++
    refusing.last = last
    const isOther = refusing.reason !== reason
    refusing.reason = reason
    if (!isOther && Math.abs(nowMs - refusing.saidMs) < sayEveryMs) return // clocks may be set back
    refusing.saidMs = nowMs
    const { since, submissions } = refusing
    this.#logger.error({ reason, since, submissions }, `the ledger cannot write: ${message}`)
  }

  /** Notes that events were written. */
  noteWritten(): void {
    if (this.#refusing === undefined) return
    const { since, submissions } = this.#refusing
    this.#refusing = undefined
    this.#logger.info({ since, submissions }, 'the ledger writes again; what was refused was not acknowledged')
  }

  /** 1 while what was tried last was refused. */
  get refusing(): 0 | 1 {
    return this.#refusing === undefined ? 0 : 1
  }

  /** What somebody has to look after. It is known from the last try: a log that nobody sends anything to shows nothing. */
  get trouble(): string | undefined {
    if (this.#refusing === undefined) return undefined
    const { since, last, reason, submissions } = this.#refusing
    return `refuses writes since ${since} (${reason}; ${submissions} submissions, the last at ${last})`
  }
}
