import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Independent streams of one seed, so that a larger cast does not change what a day is like. */
const streams = { cast: 0, directory: 1, life: 2 } as const

const wordValues = 2 ** 32

/**
 * Seeded chance. Everything is made of 32-bit words and the four exact operations of arithmetic: the same seed gives the
 * same numbers on any machine.
 */
export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>

  /** `seed` is a whole number from 0 to 2³² − 1. */
  constructor(seed: number, stream: keyof typeof streams) {
    this.#generator = xoroshiro128plus(seed)
    // A jump is 2⁶⁴ draws long: no stream runs into the next.
    for (let jump = 0; jump < streams[stream]; jump++) this.#generator.jump()
  }

  /** 0 to 2³² − 1. */
  word(): number {
    return this.#generator.next() >>> 0
  }

  /** 0 to 1, without 1. */
  share(): number {
    return (this.#generator.next() >>> 0) / wordValues
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1))
  }

  /** True in `probability` of the cases. */
  chance(probability: number): boolean {
    return this.share() < probability
  }

  /** From −1 to 1, mostly near 0: the mean of three draws. */
  deviation(): number {
    return ((this.share() + this.share() + this.share()) * 2) / 3 - 1
  }

  /** One of the items, each as likely as the others. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.share() * items.length)]
    if (item === undefined) throw new RangeError('there is nothing to pick from')
    return item
  }
}
