import type { Random } from './random.ts'

const fourDigits = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, '0'))

/** Makes UUIDv7 (RFC 9562 §5.7): the milliseconds of the simulated time, then seeded chance. */
export class EventIds {
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  at(timeMs: number): string {
    const time = Math.floor(timeMs)
    const low = this.#random.word()
    const node = this.#random.word()
    const last = this.#random.word()
    const high = Math.floor(time / 65_536)
    return `${hex(high >>> 16)}${hex(high)}-${hex(time)}-${hex(0x7000 | (low >>> 20))}-${hex(0x8000 | (low & 0x3fff))}-${hex(node >>> 16)}${hex(node)}${hex(last)}`
  }
}

/** The low 16 bits. Bit operations take a number modulo 2³², which keeps these bits right for the whole 48 bits of time. */
function hex(number: number): string {
  return fourDigits[number & 0xffff] ?? ''
}
