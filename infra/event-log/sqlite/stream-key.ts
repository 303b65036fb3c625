/** 96 bits that stand for the name of a stream, as three unsigned 32-bit words. */
export type StreamKey = readonly [number, number, number]

/**
 * The key of a stream: three multiplicative hashes of its name, each begun with its own word of the log's seed and mixed
 * with the others at the end (after MurmurHash3_x86_128). A cryptographic hash would cost more than all else that is done
 * for an event here; the seed, drawn when the log is made, keeps anybody from preparing two names that collide, and by
 * accident none do (10⁸ streams: 10⁻¹³). Were two to meet all the same, both would refuse to be appended to, and nothing
 * else would happen: whoever reads a stream compares names.
 */
export function streamKey(stream: string, seed: StreamKey): StreamKey {
  let [first, second, third] = seed
  for (let index = 0; index < stream.length; index++) {
    const code = stream.charCodeAt(index)
    first = (rotate(Math.imul(first ^ code, 0x239b961b), 15) + second) | 0
    second = (rotate(Math.imul(second ^ code, 0xab0e9789), 17) + third) | 0
    third = (rotate(Math.imul(third ^ code, 0x38b34ae5), 13) + first) | 0
  }
  first = mix(first ^ stream.length)
  second = mix((second + first) | 0)
  third = mix((third + second) | 0)
  return [(first + third) >>> 0, second >>> 0, third >>> 0]
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

/** The finaliser of MurmurHash3: every bit of the word decides on every bit of the result. */
function mix(word: number): number {
  let mixed = word
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** A seed for a new log. */
export function drawSeed(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(12))
}

export function seedOf(bytes: Uint8Array): StreamKey {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [view.getInt32(0), view.getInt32(4), view.getInt32(8)]
}
