/** What the ledger wrote before the submitted event, read without parsing the event. */
export interface RecordedText {
  readonly stream: string
  readonly revision: number
  /** The version of the payload. */
  readonly version: number
  readonly recordedAt: string
  readonly recordedBy: string
  /** The submitted event, byte for byte. */
  readonly event: string
}

// As `recordedPrefix` in @athar/events/envelope.ts writes it, and nothing else: a test holds the two together.
const prefix =
  /^\{"stream":"([a-z]+-[A-Za-z0-9\-_.:]{1,64})","revision":(\d{1,15})(?:,"version":(\d{1,4}))?,"recordedAt":"([^"]{24})","recordedBy":"([^"\\]{1,200})","event":(?=\{)/
const positionPrefix = /^\{"position":(\d{1,15}),/

/** Reads a recorded event without its position: what the log stores. `undefined` when it does not begin as the ledger writes. */
export function readRecordedText(json: string): RecordedText | undefined {
  const found = prefix.exec(json)
  if (found === null || !json.endsWith('}}')) return undefined
  const [head, stream = '', revision, version = '1', recordedAt = '', recordedBy = ''] = found
  return {
    stream,
    revision: Number(revision),
    version: Number(version),
    recordedAt,
    recordedBy,
    event: json.slice(head.length, -1),
  }
}

/** Takes a line of the change feed or of an export apart: where the event stands, and what the log stores of it. */
export function splitPosition(line: string): { readonly position: number; readonly json: string } | undefined {
  const found = positionPrefix.exec(line)
  if (found === null) return undefined
  return { position: Number(found[1]), json: `{${line.slice(found[0].length)}` }
}
