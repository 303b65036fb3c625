import { type Statement, statementOf } from '@athar/events/statement.ts'
import type { ValidEvent } from '@athar/events/submitted.ts'

/**
 * A valid event on its way through the ledger: the bytes that are recorded, and one flat text. Events wait by the thousand,
 * and whatever waits is copied by the garbage collector: what it says, as objects, would be a dozen of them.
 */
export interface Line {
  /** Its JSON as it was sent, in one line, lies between two offsets: what is recorded. */
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  /** The JSON of what it says, see `Said`, in ASCII: what is decided on. */
  readonly said: string
}

export interface Said extends Statement {
  /** The payload version it came in. */
  readonly version: number
  readonly expectedrevision?: number | undefined
}

/**
 * The JSON of what a valid event says, in ASCII: one Arabic word among a thousand events would make two bytes of each
 * character of the text in which they change threads.
 */
export function saidOf(valid: ValidEvent): string {
  const { id, type, subject, time, data } = statementOf(valid)
  const { version, event } = valid
  const json = JSON.stringify({
    id,
    type,
    subject,
    time,
    data,
    version,
    expectedrevision: event.expectedrevision,
  } satisfies Said)
  return Buffer.byteLength(json) === json.length ? json : json.replace(beyondAscii, escaped)
}

const beyondAscii = /[\u0080-\uffff]/g

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The JSON of an event as text. */
export function textOf({ bytes, from, to }: Pick<Line, 'bytes' | 'from' | 'to'>): string {
  return bytes.toString('utf8', from, to)
}
