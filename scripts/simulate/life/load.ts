import { addMass, type Grams, grams } from '@athar/events/mass.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import type { Carrier, Vehicle } from '../cast/carriers.ts'
import type { Producer } from '../cast/producers.ts'
import type { Site } from '../cast/site.ts'
import { miswritten, type WasteSort, wasteSortOf } from '../cast/wastes.ts'
import type { Random } from '../random.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'
import type { TakenLot } from './lot.ts'
import { weighed } from './masses.ts'
import type { Shipment } from './shipment.ts'

/** What a movement does next. */
export type Step =
  | 'produce lots'
  | 'declare'
  | 'cancel'
  | 'pick up'
  | 'suffer an incident'
  | 'hand over'
  | 'divert'
  | 'arrive'
  | 'redirect'

/** One movement on its way, and what will go wrong with it. */
export interface Load {
  readonly kind: 'load'
  step: Step
  readonly subject: string
  readonly from: Site
  readonly sort: WasteSort
  /** What the papers call the waste: the code of `sort`, or one that no list has. */
  readonly code: string
  /** What is really in the truck. */
  grams: Grams
  readonly keepsLots: boolean
  /** The lots it takes, once there are any. */
  taken: readonly TakenLot[] | undefined
  readonly certificate: string | undefined
  readonly packages: NonNullable<MovementPayloads['waste.movement.declared']['packages']>

  /** Who has it now, and who has picked it up. */
  carrier: Carrier
  firstCarrier: Carrier
  vehicle: Vehicle
  readonly second: Carrier | undefined
  /** Where it is going now. */
  to: Site
  leg: number
  /** Where it was diverted to, from the site announced: a movement is redirected once from one site to another. */
  diversion: { readonly from: Site; readonly to: Site } | undefined

  readonly undeclared: boolean
  readonly meetsIncident: boolean
  readonly diverted: boolean
  /** When the truck is in reach of a network again. */
  offlineUntilMs: number
  roadMs: number
  departedAtMs: number
  /** What has been told, and when it happened: 0 before. */
  pickedUpMs: number
  receivedMs: number
}

/** A movement from a site of the cast, or one that a plant has been waiting for. */
export function newLoad(life: Life, nowMs: number): Load {
  const shipment = life.shipments.shift()
  if (shipment !== undefined) {
    const sort = wasteSortOf(shipment.code)
    if (sort !== undefined) return loadFrom(life, shipment.from, sort, false, shipment, nowMs)
  }
  const at = life.random.share()
  const origin = at < rates.household ? 'household' : at < rates.household + rates.industry ? 'industry' : 'healthcare'
  const producer: Producer = life.random.pick(life.producers[origin])
  return loadFrom(life, producer, producer.wastes.draw(life.random), producer.keepsLots, undefined, nowMs)
}

function loadFrom(
  life: Life,
  from: Site,
  sort: WasteSort,
  keepsLots: boolean,
  shipment: Shipment | undefined,
  nowMs: number,
): Load {
  const { random, world } = life
  const carries = sort.origin === 'plant' ? 'industry' : sort.origin
  const carrier = world.routes.carrierFor(carries, from.region, random)
  const second = random.chance(rates.handedOver) ? world.routes.carrierFor(carries, from.region, random) : carrier
  const mass = shipment ? addMass(...shipment.taken.map(part => part.grams)) : massOf(sort, life)
  const subject = life.numbering.next('MV', nowMs)
  return {
    kind: 'load',
    step: keepsLots ? 'produce lots' : 'declare',
    subject,
    from,
    sort,
    code: shipment === undefined && random.chance(rates.codeUnknown) ? miswritten(sort.code) : sort.code,
    grams: mass,
    keepsLots,
    taken: shipment?.taken,
    certificate: certificateOf(sort, subject, random),
    packages: [{ kind: sort.packaging, count: Math.max(1, Math.round(mass / sort.packageGrams)) }],
    carrier,
    firstCarrier: carrier,
    vehicle: random.pick(carrier.vehicles),
    second: second === carrier ? undefined : second,
    to: world.routes.plantFor(sort.code, from.region, shipment !== undefined, random),
    leg: 1,
    diversion: undefined,
    undeclared: !keepsLots && shipment === undefined && random.chance(rates.undeclared),
    meetsIncident: random.chance(rates.incident),
    diverted: random.chance(rates.diverted),
    offlineUntilMs: 0,
    roadMs: 0,
    departedAtMs: 0,
    pickedUpMs: 0,
    receivedMs: 0,
  }
}

/** Hazardous waste has a prior acceptance certificate (decree 04-410), or should have. */
function certificateOf({ hazards }: WasteSort, subject: string, random: Random): string | undefined {
  if (hazards.length === 0 || random.chance(rates.certificateMissing)) return undefined
  const year = subject.slice('MV-'.length, 'MV-YYYY'.length)
  return `CAP-${year}-${random.between(1000, 9999)}`
}

function massOf(sort: WasteSort, { random }: Life): Grams {
  // Small loads are more common than large ones.
  const share = random.share() * (0.4 + 0.6 * random.share())
  return weighed(
    grams(Math.round(sort.loadGramsMin + (sort.loadGramsMax - sort.loadGramsMin) * share)),
    sort.scaleGrams,
  )
}
