import type { Carrier } from './cast/carriers.ts'
import { byDistance, type Region } from './cast/geography.ts'
import type { Plant } from './cast/plants.ts'
import type { Random } from './random.ts'

/** Who may be asked for what, from the nearest on. */
const candidatesMax = 6

/** Which plant takes a waste from a place, and who brings it there. */
export class Routes {
  readonly #carriers: readonly Carrier[]
  readonly #plants: readonly Plant[]
  readonly #plantsNear = new Map<string, readonly Plant[]>()
  readonly #carriersNear = new Map<string, readonly Carrier[]>()

  constructor(carriers: readonly Carrier[], plants: readonly Plant[]) {
    this.#carriers = carriers
    this.#plants = plants
  }

  /** A plant that takes this code; a near one most of the time. `treating`: none that only stores and groups. */
  plantFor(code: string, from: Region, treating: boolean, random: Random): Plant {
    return pickNear(this.plantsNear(code, from, treating), random)
  }

  /** The plants that take a code, from the nearest on. */
  plantsNear(code: string, from: Region, treating: boolean): readonly Plant[] {
    const key = `${from.wilaya} ${code} ${treating}`
    let near = this.#plantsNear.get(key)
    if (near === undefined) {
      const able = this.#plants.filter(
        plant => plant.kind.lines.some(line => line.codes.includes(code)) && !(treating && stores(plant)),
      )
      near = byDistance(from, able).slice(0, candidatesMax)
      this.#plantsNear.set(key, near)
    }
    return near
  }

  /** A carrier of a trade; a near one most of the time. */
  carrierFor(trade: Carrier['carries'], from: Region, random: Random): Carrier {
    const key = `${from.wilaya} ${trade}`
    let near = this.#carriersNear.get(key)
    if (near === undefined) {
      const able = this.#carriers.filter(carrier => carrier.carries === trade)
      near = byDistance(from, able).slice(0, candidatesMax)
      this.#carriersNear.set(key, near)
    }
    return pickNear(near, random)
  }
}

function stores(plant: Plant): boolean {
  return plant.kind.siteKinds.includes('storage')
}

/** The nearest in half of the cases, the next in half of the rest, and so on. */
function pickNear<Item>(near: readonly Item[], random: Random): Item {
  for (const item of near) if (random.chance(0.5)) return item
  return random.pick(near)
}
