import type { Line } from '../cast/plant-kinds.ts'
import type { Plant } from '../cast/plants.ts'
import type { Random } from '../random.ts'
import type { Lot } from './lot.ts'

/** The lots that wait before one line of a plant. */
export interface Queue {
  readonly line: Line
  lots: Lot[]
}

/** What a plant has in its yard, as far as it will do something with it. */
export class PlantStock {
  readonly plant: Plant
  readonly queues: readonly Queue[]
  /** What treatment has left behind and another plant must take, by code. */
  readonly #outgoing = new Map<string, Lot[]>()

  constructor(plant: Plant) {
    this.plant = plant
    this.queues = plant.kind.lines.map(line => ({ line, lots: [] }))
  }

  /**
   * Puts a lot before the line for its code; false when the plant has none. Such a lot stays in its books for good: a
   * wrong code on the papers, which nobody has corrected.
   */
  store(lot: Lot): boolean {
    const queue = this.queues.find(({ line }) => line.codes.includes(lot.code))
    queue?.lots.push(lot)
    return queue !== undefined
  }

  /** The lots of a code that wait to be sent on. */
  outgoing(code: string): Lot[] {
    let lots = this.#outgoing.get(code)
    if (lots === undefined) {
      lots = []
      this.#outgoing.set(code, lots)
    }
    return lots
  }

  /** Some lot that waits; `undefined` when none does. */
  someLot(random: Random): Lot | undefined {
    const waiting = this.queues.filter(({ lots }) => lots.length > 0)
    return waiting.length === 0 ? undefined : random.pick(random.pick(waiting).lots)
  }
}
