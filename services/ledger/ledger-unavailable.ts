import type { LogFailureReason } from '@athar/infra/event-log/port.ts'

/** The log could not write: nothing of the submission is acknowledged, and it may be sent again safely. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
  readonly reason: LogFailureReason

  constructor(reason: LogFailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}
