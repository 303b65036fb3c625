import { type Statement, statementOf } from '@athar/events/statement.ts'
import type { ValidEvent } from '@athar/events/submitted.ts'

/**
 * A valid event on its way through the ledger: two flat texts. Events wait by the thousand, and whatever waits is copied
 * by the garbage collector: a text is one object, what it says would be a dozen.
 */
export interface Line {
  /** Its JSON as it was sent, in one line: what is recorded. */
  readonly text: string
  /** The JSON of what it says, see `Said`: what is decided on. */
  readonly said: string
}

export interface Said extends Statement {
  /** The payload version it came in. */
  readonly version: number
  readonly expectedrevision?: number | undefined
}

/** The line of a valid event; `text` is the JSON that was validated. */
export function lineOf(valid: ValidEvent, text: string): Line {
  const { version, event } = valid
  const said: Said = { ...statementOf(valid), version, expectedrevision: event.expectedrevision }
  return { text, said: JSON.stringify(said) }
}
