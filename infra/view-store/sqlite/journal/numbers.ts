/** Numbers that were stored with `bytesOfNumbers`, copied only where they do not lie on a multiple of eight bytes. */
export function numbersOf(bytes: Uint8Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes
  const length = byteLength / Float64Array.BYTES_PER_ELEMENT
  if (byteOffset % Float64Array.BYTES_PER_ELEMENT === 0) return new Float64Array(buffer, byteOffset, length)
  return new Float64Array(bytes.slice().buffer)
}

/** The bytes of numbers, without copying them. */
export function bytesOfNumbers({ buffer, byteOffset, byteLength }: Float64Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
