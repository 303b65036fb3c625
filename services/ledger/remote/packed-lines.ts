import type { Line } from '../line.ts'
import type { Lines } from '../lines.ts'
import type { WireLines } from './messages.ts'

/** Puts lines one after the other, in memory of its own, so that it can change hands without being copied. */
export function packLines(lines: readonly Line[]): WireLines {
  const ends = new Uint32Array(lines.length)
  const saidEnds = new Uint32Array(lines.length)
  let end = 0
  let saidEnd = 0
  for (const [index, { from, to, said }] of lines.entries()) {
    end += to - from
    ends[index] = end
    saidEnd += Buffer.byteLength(said)
    saidEnds[index] = saidEnd
  }
  const bytes = Buffer.allocUnsafeSlow(end)
  const said = Buffer.allocUnsafeSlow(saidEnd)
  let at = 0
  let saidAt = 0
  for (const line of lines) {
    at += line.bytes.copy(bytes, at, line.from, line.to)
    saidAt += said.write(line.said, saidAt)
  }
  return { bytes, ends, said, saidEnds }
}

export function buffersOf({ bytes, ends, said, saidEnds }: WireLines): readonly ArrayBuffer[] {
  return [bytes.buffer, ends.buffer, said.buffer, saidEnds.buffer]
}

/** The lines of one submission among those of a message. What an event says becomes text when its turn comes. */
export class PackedLines implements Lines {
  readonly #bytes: Buffer
  readonly #said: Buffer
  readonly #packed: WireLines
  readonly #first: number
  readonly count: number

  constructor(packed: WireLines, first: number, count: number) {
    this.#bytes = Buffer.from(packed.bytes.buffer)
    this.#said = Buffer.from(packed.said.buffer)
    this.#packed = packed
    this.#first = first
    this.count = count
  }

  at(index: number): Line {
    if (index >= this.count) throw new RangeError(`the submission has ${this.count} events, and none at ${index}`)
    const place = this.#first + index
    const { ends, saidEnds } = this.#packed
    const said = this.#said.toString('utf8', startAt(saidEnds, place), saidEnds[place])
    return { bytes: this.#bytes, from: startAt(ends, place), to: ends[place] ?? 0, said }
  }
}

function startAt(ends: Uint32Array, place: number): number {
  return place === 0 ? 0 : (ends[place - 1] ?? 0)
}
