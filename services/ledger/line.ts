import { type Statement, statementOf } from '@athar/events/statement.ts'
import type { ValidEvent } from '@athar/events/submitted.ts'

/** A valid event on its way through the ledger. */
export interface Line {
  /** Its JSON as it was sent, in one line: what is recorded. */
  readonly text: string
  /** What it says: what is decided on. */
  readonly said: Said
}

export interface Said extends Statement {
  /** The payload version it came in. */
  readonly version: number
  readonly expectedrevision?: number | undefined
}

/** The line of a valid event; `text` is the JSON that was validated. */
export function lineOf(valid: ValidEvent, text: string): Line {
  const { version, event } = valid
  return { text, said: { ...statementOf(valid), version, expectedrevision: event.expectedrevision } }
}
