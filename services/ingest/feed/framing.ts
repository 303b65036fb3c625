import type { StoredEvent } from '@athar/infra/event-log/port.ts'

/** An event as the feed needs it: where it stands, and its bytes. */
export type PlacedEvent = Pick<StoredEvent, 'position' | 'bytes'>

/** What stands around each event in one form of the feed. Only ASCII: a character is a byte. */
export interface Framing {
  /** What stands before the event, cut where its position goes. */
  readonly before: readonly string[]
  readonly after: string
  /** Bytes at the beginning that only part an event from the one before it. */
  readonly partingBytes: number
}

const positionDigitsMax = 16

/** `#` is where the position goes. */
function framing(before: string, after: string, parting = ''): Framing {
  return { before: `${parting}${before}`.split('#'), after, partingBytes: parting.length }
}

/** An item of a JSON array. */
export const arrayItems = framing('{"position":#,', '', ',')
/** A line of NDJSON. */
export const lines = framing('{"position":#,', '\n')
/** An event of an event stream: `id` is what a reader sends back as `Last-Event-ID`. */
export const serverSentEvents = framing('id: #\ndata: {"position":#,', '\n\n')

/**
 * The bytes of events as one form of the feed has them: as stored, with the position put in front. All of them go into one
 * buffer, without a string or an object for any: this is the inner loop of a cold read.
 */
export function frameEvents(
  events: readonly PlacedEvent[],
  { before, after, partingBytes }: Framing,
  { isFirst }: { readonly isFirst: boolean },
): Buffer {
  const around = before.reduce((sum, text) => sum + text.length + positionDigitsMax, after.length)
  let bytesMax = 0
  for (const { bytes } of events) bytesMax += bytes.length + around
  const out = Buffer.allocUnsafe(bytesMax)
  const last = before.length - 1
  let at = 0
  for (const { position, bytes } of events) {
    for (let part = 0; part <= last; part++) {
      at = putText(out, at, before[part] ?? '')
      if (part < last) at = putNumber(out, at, position)
    }
    // The event begins with `{`, for which the comma after the position already stands.
    out.set(bytes, at - 1)
    out[at - 1] = comma
    at = putText(out, at - 1 + bytes.length, after)
  }
  return out.subarray(isFirst ? partingBytes : 0, at)
}

const comma = 0x2c
const zero = 0x30

function putText(out: Buffer, at: number, text: string): number {
  for (let index = 0; index < text.length; index++) out[at + index] = text.charCodeAt(index)
  return at + text.length
}

/** Writes a whole number from its last digit back. */
function putNumber(out: Buffer, at: number, number: number): number {
  let end = at + 1
  for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) end++
  let rest = number
  for (let place = end - 1; place >= at; place--) {
    out[place] = zero + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return end
}
