import { simulate } from '../simulate/simulate.ts'
import { world } from '../simulate/world.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Simulated events as lines of JSON, in order of arrival, ids unique. The time of the world is squeezed into the last day
 * and a half, so that the ledger judges them as it judges live events: nothing lies in its future, nothing is late.
 */
export class EventSource {
  readonly #events: Iterator<{ readonly time: string; readonly type: string }>
  readonly #squeeze: (time: string) => string

  /** `events`: how many will be asked for; they fill the squeezed time evenly. */
  constructor(seed: number, events: number) {
    const worldDays = Math.ceil(events / eventsPerWorldDay) + 10
    const startMs = Date.now() - worldDays * dayMs
    const cast = world({ seed, start: new Date(startMs).toISOString(), retryShare: 0 })
    this.#events = simulate(cast, {})[Symbol.iterator]()
    const endMs = Date.now() - 2 * hourMs
    this.#squeeze = time => {
      const share = (Date.parse(time) - startMs) / (worldDays * dayMs)
      return `${new Date(endMs - (1 - Math.max(0, share)) * 36 * hourMs).toISOString().slice(0, 19)}Z`
    }
  }

  /** The next line. */
  line(): string {
    const next = this.#events.next()
    if (next.done) throw new Error('the simulated world has come to its end')
    const event = next.value
    const isOfTheDirectory = /^waste\.(organisation|site|permit)\./.test(event.type)
    return JSON.stringify(isOfTheDirectory ? event : { ...event, time: this.#squeeze(event.time) })
  }

  /** The next so many events, as NDJSON bodies of `batch` events each. */
  bodies(events: number, batch: number): Buffer[] {
    const bodies: Buffer[] = []
    for (let left = events; left > 0; left -= batch) {
      const lines: string[] = []
      for (let count = Math.min(batch, left); count > 0; count--) lines.push(this.line())
      bodies.push(Buffer.from(`${lines.join('\n')}\n`))
    }
    return bodies
  }
}

/** Of the default world: 2,000 movements a day with some 3.6 events each. */
const eventsPerWorldDay = 7_000

export function bytesOf(bodies: readonly Buffer[]): number {
  return bodies.reduce((sum, body) => sum + body.length, 0)
}
