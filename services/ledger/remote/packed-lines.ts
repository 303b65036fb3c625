import type { Line } from '../line.ts'
import type { Lines } from '../lines.ts'
import type { WireLines } from './messages.ts'

/**
 * Lines in one piece of memory, so that they change hands without being copied, and as one thing: to hand a buffer over
 * costs about a microsecond, however small it is. First stands where the JSON of each event begins and ends and where its
 * `said` ends; then the JSON of the events as they were sent, then what they say. What lies together is copied, written
 * and read together: a thousand small pieces cost ten times as much.
 */
const bytesPerPlace = Uint32Array.BYTES_PER_ELEMENT
const placesPerLine = 3

/** What may stand between two events of a body that are taken over in one go: a line break and white space. */
const gapMax = 16

export function packLines(lines: readonly Line[]): WireLines {
  const runs = runsOf(lines)
  const count = lines.length
  let jsonBytes = 0
  for (const { from, to } of runs) jsonBytes += to - from
  const text = lines.map(({ said }) => said).join('')
  const memory = new ArrayBuffer(placesPerLine * count * bytesPerPlace + jsonBytes + text.length)
  const { starts, ends, saidEnds, json, said } = placesIn({ count, jsonBytes, memory })
  said.write(text, 'latin1') // it is ASCII, and so it is read
  let index = 0
  let saidEnd = 0
  let at = 0
  for (const run of runs) {
    const moved = at - run.from
    at += run.bytes.copy(json, at, run.from, run.to)
    for (; index < run.end; index++) {
      const line = lines[index]
      if (line === undefined) continue // an index below the length of the list
      starts[index] = line.from + moved
      ends[index] = line.to + moved
      saidEnd += line.said.length
      saidEnds[index] = saidEnd
    }
  }
  return { count, jsonBytes, memory }
}

/** Lines that lie one behind the other in the same bytes; the last of them is the one before `end`. */
interface Run {
  readonly bytes: Buffer
  readonly from: number
  to: number
  end: number
}

/** Most bodies are one run. */
function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (const [index, { bytes, from, to }] of lines.entries()) {
    if (run === undefined || bytes !== run.bytes || from < run.to || from - run.to > gapMax) {
      run = { bytes, from, to, end: index }
      runs.push(run)
    }
    run.to = to
    run.end = index + 1
  }
  return runs
}

interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly saidEnds: Uint32Array
  readonly json: Buffer
  readonly said: Buffer
}

function placesIn({ count, jsonBytes, memory }: WireLines): Places {
  const bytes = count * bytesPerPlace
  return {
    starts: new Uint32Array(memory, 0, count),
    ends: new Uint32Array(memory, bytes, count),
    saidEnds: new Uint32Array(memory, 2 * bytes, count),
    json: Buffer.from(memory, placesPerLine * bytes, jsonBytes),
    said: Buffer.from(memory, placesPerLine * bytes + jsonBytes),
  }
}

/** The text of a message, read when it is asked for, and kept only while its lines are read one after the other. */
class SaidText {
  readonly #places: Places
  #text: string | undefined
  #unread: number

  constructor(places: Places) {
    this.#places = places
    this.#unread = places.ends.length
  }

  at(place: number): string {
    const { said, saidEnds } = this.#places
    const text = this.#text ?? said.toString('latin1')
    this.#text = --this.#unread > 0 ? text : undefined
    return text.slice(place === 0 ? 0 : saidEnds[place - 1], saidEnds[place])
  }
}

/** The lines of one submission among those of a message. */
export class PackedLines implements Lines {
  readonly #places: Places
  readonly #said: SaidText
  readonly #first: number
  readonly count: number

  /** The lines of submissions that came together; `counts`: how many each has. */
  static ofEach(packed: WireLines, counts: readonly number[]): readonly PackedLines[] {
    const places = placesIn(packed)
    const said = new SaidText(places)
    let first = 0
    return counts.map(its => {
      const lines = new PackedLines(places, said, first, its)
      first += its
      return lines
    })
  }

  private constructor(places: Places, said: SaidText, first: number, count: number) {
    this.#places = places
    this.#said = said
    this.#first = first
    this.count = count
  }

  at(index: number): Line {
    if (index >= this.count) throw new RangeError(`the submission has ${this.count} events, and none at ${index}`)
    const place = this.#first + index
    const { starts, ends, json } = this.#places
    return { bytes: json, from: starts[place] ?? 0, to: ends[place] ?? 0, said: this.#said.at(place) }
  }
}
