import { kilograms } from '@athar/events/mass.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import type { Place } from '../cast/site.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'
import type { Load, Step } from './load.ts'
import { less, shareOf } from './masses.ts'
import { atOnce, fromTruck, tell } from './tell.ts'

type Incident = MovementPayloads['waste.movement.incident-reported']

/** How much of the way lies behind when something happens on it. */
const partOfTheWay = { 'suffer an incident': 0.3, 'hand over': 0.5, divert: 0.7, arrive: 1 } as const

const wayOrder = ['suffer an incident', 'hand over', 'divert', 'arrive'] as const

/** Leaves the place of the pick-up. */
export function drive(life: Life, load: Load): void {
  goOn(life, load, undefined)
}

/** The next thing that happens on the road after another. */
function goOn(life: Life, load: Load, after: Step | undefined): void {
  let passed = after === undefined
  for (const step of wayOrder) {
    if (passed && happens(load, step)) {
      load.step = step
      life.actions.put(load.departedAtMs + Math.floor(load.roadMs * partOfTheWay[step]), load)
      return
    }
    passed ||= step === after
  }
}

function happens(load: Load, step: (typeof wayOrder)[number]): boolean {
  switch (step) {
    case 'suffer an incident':
      return load.meetsIncident
    case 'hand over':
      return load.second !== undefined && load.second !== load.carrier
    case 'divert':
      return load.diverted
    case 'arrive':
      return true
  }
}

const incidents: readonly (readonly [Incident['kind'], string])[] = [
  ['spill', 'un fût a fui au chargement'],
  ['accident', 'sortie de route, chargement en partie perdu'],
  ['breakdown', 'panne moteur, attente de dépannage'],
  ['delay', 'route coupée par la neige'],
  ['fire', 'départ de feu dans la benne, maîtrisé'],
  ['theft', 'palettes volées sur un parking'],
  ['other', 'انقلاب جزئي للحمولة عند التفريغ'],
]

export function sufferIncident(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  const [kind, text] = random.pick(incidents)
  const data: Incident = { kind, text, place: halfway(load.from.place, load.to.place) }
  const lost = shareOf(load.grams, 0.002 + 0.08 * random.share())
  if (random.chance(rates.incidentWithLoss) && lost > 0) {
    data.lostKg = kilograms(lost)
    load.grams = less(load.grams, lost)
  }
  const { source } = load.carrier
  const { subject } = load
  const statement = { type: 'waste.movement.incident-reported', source, subject, timeMs: nowMs, data } as const
  tell(life, statement, fromTruck(nowMs, load.offlineUntilMs, life.random))
  goOn(life, load, 'suffer an incident')
}

export function handOver(life: Life, load: Load, nowMs: number): void {
  const { second, carrier, subject } = load
  if (second !== undefined) {
    const vehicle = life.random.pick(second.vehicles)
    const data = {
      fromCarrier: carrier.id,
      toCarrier: second.id,
      vehicle: { plates: [...vehicle.plates] },
      place: halfway(load.from.place, load.to.place),
    }
    const { source } = carrier
    tell(
      life,
      { type: 'waste.movement.handed-over', source, subject, timeMs: nowMs, data },
      fromTruck(nowMs, load.offlineUntilMs, life.random),
    )
    load.carrier = second
    load.vehicle = vehicle
  }
  goOn(life, load, 'hand over')
}

/** The producer sends the truck elsewhere before it has arrived. */
export function divert(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  const other = life.world.routes
    .plantsNear(load.sort.code, load.from.region, load.taken !== undefined)
    .find(plant => plant.id !== load.to.id)
  if (other !== undefined) {
    const data = { fromSite: load.to.id, toSite: other.id, reason: 'site annoncé saturé, orienté en cours de route' }
    const { source } = load.from
    const statement = { type: 'waste.movement.redirected', source, subject: load.subject, timeMs: nowMs, data } as const
    tell(life, statement, atOnce(nowMs, random))
    load.diversion = { from: load.to, to: other }
    load.to = other
  }
  goOn(life, load, 'divert')
}

/** To four decimals. */
function halfway(one: Place, other: Place): Place {
  return {
    lat: Math.round((one.lat + other.lat) * 5000) / 10_000,
    lon: Math.round((one.lon + other.lon) * 5000) / 10_000,
  }
}
