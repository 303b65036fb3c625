import type { NewEvent } from './port.ts'

/** The bytes of new events, which are JSON as text or in parts. */

const newline = 0x0a
const closingBrace = 0x7d

/** The JSON of a new event, as bytes of its own. */
export function bytesOf(event: NewEvent): Buffer {
  const bytes = Buffer.allocUnsafe(lengthOf(event))
  write(event, bytes, 0)
  return bytes
}

/** A line break, then the JSON of each event, followed by a line break. */
export function linesOf(events: readonly NewEvent[]): Buffer {
  let length = 1
  for (const event of events) length += lengthOf(event) + 1
  const lines = Buffer.allocUnsafe(length)
  lines[0] = newline
  let at = 1
  for (const event of events) {
    at = write(event, lines, at)
    lines[at++] = newline
  }
  return lines
}

function lengthOf({ json }: NewEvent): number {
  return typeof json === 'string' ? Buffer.byteLength(json) : json.head.length + json.to - json.from + 1
}

/** Answers where the event ends. */
function write({ json }: NewEvent, into: Buffer, at: number): number {
  if (typeof json === 'string') return at + into.write(json, at)
  const bodyAt = at + into.write(json.head, at, 'latin1')
  const end = bodyAt + json.bytes.copy(into, bodyAt, json.from, json.to)
  into[end] = closingBrace
  return end + 1
}
