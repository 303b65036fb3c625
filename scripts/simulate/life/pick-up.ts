import { kilograms } from '@athar/events/mass.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import { hourMs, minuteMs } from '../algiers-time.ts'
import { rates } from '../rates.ts'
import { correctLater } from './correction.ts'
import { wasteOf } from './declaration.ts'
import type { Life } from './life.ts'
import type { Load } from './load.ts'
import { around, weighed } from './masses.ts'
import { drive } from './road.ts'
import { backOnlineMs, fromTruck, tell } from './tell.ts'

type PickUp = MovementPayloads['waste.movement.picked-up']

/** The carrier takes the load over, with or without a network, with or without saying so. */
export function pickUp(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  if (random.chance(rates.otherCarrier)) {
    load.carrier = random.pick(life.world.carriers)
    load.firstCarrier = load.carrier
    load.vehicle = random.pick(load.carrier.vehicles)
  }
  load.departedAtMs = nowMs
  load.roadMs = roadHours(load, life) * hourMs + random.between(0, 59) * minuteMs
  if (random.chance(rates.truckOffline)) load.offlineUntilMs = backOnlineMs(nowMs, random)
  if (!random.chance(rates.pickUpUnrecorded)) tellPickUp(life, load, nowMs)
  drive(life, load)
}

function tellPickUp(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  const { source } = load.carrier
  const data = pickUpOf(life, load)
  const statement = { type: 'waste.movement.picked-up', source, subject: load.subject, timeMs: nowMs, data } as const
  const event = tell(life, statement, fromTruck(nowMs, load.offlineUntilMs, random))
  load.pickedUpMs = nowMs
  if (load.taken === undefined && random.chance(rates.pickUpCorrected)) {
    const kg = kilograms(weighed(around(load.grams, 0.01, random), load.sort.scaleGrams))
    correctLater(life, load, event, { ...event.data, kg, basis: 'weighed' }, nowMs)
  }
}

function pickUpOf({ random }: Life, load: Load): PickUp {
  const { carrier, sort, taken } = load
  const data: PickUp = { carrier: carrier.id, vehicle: { plates: [...load.vehicle.plates] } }
  if (taken !== undefined || !random.chance(rates.pickUpUnweighed)) {
    data.kg = kilograms(load.grams)
    data.basis = 'weighed'
  }
  data.packages = load.packages
  if (sort.hazards.length > 0) data.seals = [`SC-${random.between(1000, 9999)}`]
  data.place = load.from.place
  data.driver = random.pick(carrier.drivers)
  if (load.undeclared) {
    data.fromSite = load.from.id
    data.waste = wasteOf(load)
  }
  return data
}

function roadHours(load: Load, { random }: Life): number {
  if (load.sort.origin === 'household') return random.between(1, 4)
  return load.sort.origin === 'healthcare' ? random.between(1, 7) : random.between(2, 11)
}
