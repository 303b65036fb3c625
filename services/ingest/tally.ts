import { Counter, type Registry } from 'prom-client'

/**
 * A counter with two labels that is added to on every request. Counts stand in maps until Prometheus asks: `inc` builds a
 * text of the labels each time, which costs a microsecond.
 */
export class Tally<First extends string, Second extends string> {
  readonly #counts = new Map<string, Map<string | number, number>>()

  constructor(name: string, help: string, [first, second]: readonly [First, Second], registers: Registry[]) {
    const counts = this.#counts
    new Counter<string>({
      name,
      help,
      labelNames: [first, second],
      registers,
      collect() {
        this.reset()
        for (const [one, others] of counts)
          for (const [other, count] of others) this.inc({ [first]: one, [second]: other }, count)
      },
    })
  }

  add(first: string, second: string | number, count = 1): void {
    let others = this.#counts.get(first)
    if (others === undefined) {
      others = new Map()
      this.#counts.set(first, others)
    }
    others.set(second, (others.get(second) ?? 0) + count)
  }
}
