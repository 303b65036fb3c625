/** What can be read from the bytes of a recorded event without parsing them: they begin with `{"stream":"`. */

const streamStart = '{"stream":"'.length
const quote = 0x22

/** The stream of a recorded event. Names of streams hold no character that JSON escapes. */
export function streamOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(quote, streamStart)
  return textOf(bytes, streamStart, end)
}

/** The family of its stream: what stands before the first hyphen. */
export function familyOf(bytes: Uint8Array): string {
  const stream = streamOf(bytes)
  return stream.slice(0, stream.indexOf('-'))
}

/** A recorded event with its position in front: what the change feed serves. */
export function withPosition(position: number, bytes: Uint8Array): string {
  return `{"position":${position},${textOf(bytes, 1, bytes.length)}`
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString()
}
