import { dayMs, dayOf } from './algiers-time.ts'
import { type Carrier, castCarriers } from './cast/carriers.ts'
import { regionsOn } from './cast/geography.ts'
import { type CastPermit, castPermits } from './cast/permits.ts'
import { castPlants, type Plant, plantsMin } from './cast/plants.ts'
import { castProducers, type Producer } from './cast/producers.ts'
import { Random } from './random.ts'
import { Routes } from './routes.ts'
import { Weighted } from './weighted.ts'

export interface WorldOptions {
  /** A whole number from 0 to 2³² − 1: the same seed and options give the same events. */
  readonly seed: number
  /** When life begins: an ISO 8601 day or time. */
  readonly start: string
  /** Movements that begin on an average day: 2000. About as many are then under way at any time. */
  readonly movementsPerDay?: number | undefined
  /** Sites that make waste: 600, at least 4. */
  readonly producers?: number | undefined
  /** Organisations that carry it: 150, at least 5. */
  readonly carriers?: number | undefined
  /** Sites that receive it: 64, at least one of each kind, which are 8. */
  readonly plants?: number | undefined
  /** How many events are sent a second time, as a share: 0.015. With 0 every id is unique. */
  readonly retryShare?: number | undefined
}

/** The cast. It does not change: whatever happens is kept by the life that `simulate` lives. */
export interface World {
  readonly seed: number
  readonly startMs: number
  readonly movementsPerDay: number
  readonly retryShare: number
  readonly producers: readonly Producer[]
  readonly carriers: readonly Carrier[]
  readonly plants: readonly Plant[]
  readonly permits: readonly CastPermit[]
  readonly routes: Routes
}

/** Registrations happen on the day before life begins. */
export const registrationMs = dayMs

/**
 * Casts the organisations, sites and permits, spread over the wilayas that there are on the day before `start`.
 * @throws RangeError naming the option that is out of its range.
 */
export function world(options: WorldOptions): World {
  const seed = inRange('seed', options.seed, 0, 2 ** 32 - 1)
  const startMs = Date.parse(options.start)
  if (Number.isNaN(startMs)) throw new RangeError(`start is "${options.start}", expected a day or time of ISO 8601`)
  const random = new Random(seed, 'cast')
  const regions = new Weighted(regionsOn(dayOf(startMs - registrationMs)), region => region.weight)
  const producers = castProducers(inRange('producers', options.producers ?? 600, 4, 99_999), regions, random)
  const carriers = castCarriers(inRange('carriers', options.carriers ?? 150, 5, 99_999), regions, random)
  const plants = castPlants(
    inRange('plants', options.plants ?? 64, plantsMin, 9_999),
    regions,
    producers.length,
    random,
  )
  return {
    seed,
    startMs,
    movementsPerDay: inRange('movementsPerDay', options.movementsPerDay ?? 2000, 1, 10_000_000),
    retryShare: options.retryShare ?? 0.015,
    producers,
    carriers,
    plants,
    permits: castPermits(carriers, plants, startMs, random),
    routes: new Routes(carriers, plants),
  }
}

function inRange(option: string, value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new RangeError(`${option} is ${value}, expected a whole number from ${low} to ${high}`)
}
