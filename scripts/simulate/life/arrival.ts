import { type Grams, grams, gramsOf, kilograms, noMass } from '@athar/events/mass.ts'
import type { MovementPayloads, Receipt } from '@athar/events/movement/schema.ts'
import { dayMs, minuteMs } from '../algiers-time.ts'
import { wasteSortOf } from '../cast/wastes.ts'
import { rates } from '../rates.ts'
import { correctLater } from './correction.ts'
import type { Life } from './life.ts'
import type { Load } from './load.ts'
import type { Lot } from './lot.ts'
import { around, less, shareOf, weighed } from './masses.ts'
import type { PlantStock } from './plant-stock.ts'
import { fromSite, tell } from './tell.ts'

/** What two scales differ by, when both are right. */
const scaleSpread = 0.006

/** The load reaches a gate; or it never does, and nobody says why. */
export function arrive(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  if (load.leg === 1 && random.chance(rates.neverReceived)) return
  if (load.leg === 1 && random.chance(rates.otherSite)) strayTo(life, load)
  const stock = life.stocks.get(load.to.id)
  const data = receiptOf(life, load, stock)
  // A clock at the gate that is a day behind puts the receipt before the pick-up.
  const timeMs = random.chance(rates.gateClockWrong) ? nowMs - dayMs : nowMs
  const { source } = load.to
  const { subject } = load
  const event = tell(life, { type: 'waste.movement.received', source, subject, timeMs, data }, fromSite(nowMs, random))
  load.receivedMs = timeMs
  const lot = takeIn(life, load, stock, data, nowMs)
  if (data.refusedKg > 0) {
    load.grams = gramsOf(data.refusedKg)
    load.step = 'redirect'
    life.actions.put(nowMs + random.between(30, 180) * minuteMs, load)
  } else if (random.chance(rates.receiptCorrected)) {
    correctLater(life, load, event, reweighed(data), nowMs, lot)
  }
}

function strayTo(life: Life, load: Load): void {
  const near = life.world.routes.plantsNear(load.sort.code, load.from.region, load.taken !== undefined)
  load.to = near.find(plant => plant.id !== load.to.id) ?? load.to
}

function receiptOf(life: Life, load: Load, stock: PlantStock | undefined): Receipt {
  const { random } = life
  const scale = load.sort.scaleGrams
  // What was refused at one gate is taken at the next as it was weighed there.
  const spread = random.chance(rates.wrongWeight) ? 0.15 : scaleSpread
  const net = load.leg === 1 ? weighed(around(load.grams, spread, random), scale) : load.grams
  const refused = load.leg === 1 ? refusedOf(net, load, life) : noMass
  const data: Receipt = {
    site: load.to.id,
    netKg: kilograms(net),
    outcome: refused === 0 ? 'accepted' : refused === net ? 'refused' : 'partly-accepted',
    acceptedKg: kilograms(less(net, refused)),
    refusedKg: kilograms(refused),
  }
  if (load.leg > 1) {
    data.leg = load.leg
    data.lot = `${load.subject}-${load.leg}`
  }
  if (load.sort.origin !== 'healthcare') {
    const tare = load.vehicle.tareGrams
    const ticket = `PB-${random.between(10_000, 99_999)}`
    data.weighing = { grossKg: kilograms(grams(net + tare)), tareKg: kilograms(grams(tare)), ticket }
  }
  data.checks = { document: true, certificate: true, visual: refused === 0, radioactivity: true }
  if (refused > 0) data.reason = random.pick(refusalReasons)
  const found = foundCode(life, load, stock)
  if (found !== undefined) data.waste = { code: found }
  return data
}

const refusalReasons: readonly NonNullable<Receipt['reason']>[] = [
  { code: 'not-as-described', text: 'déchets mélangés, non conformes à la déclaration' },
  { code: 'site-full' },
  { code: 'unsafe-load', text: 'fûts corrodés, étiquetage absent' },
  { code: 'documents-missing' },
  { code: 'not-admissible', text: 'نفاية غير مقبولة في هذا الموقع' },
  { code: 'radioactive' },
]

function refusedOf(net: Grams, load: Load, { random }: Life): Grams {
  if (random.chance(rates.refused)) return net
  const part = random.chance(rates.partlyAccepted)
    ? weighed(net * (0.05 + 0.4 * random.share()), load.sort.scaleGrams)
    : noMass
  return part < net ? part : net
}

/** What the gate finds: now and then another waste of the same line; and the right code, where the papers have a wrong one. */
function foundCode({ random }: Life, load: Load, stock: PlantStock | undefined): string | undefined {
  const line = stock?.plant.kind.lines.find(({ codes }) => codes.includes(load.sort.code))
  if (load.code !== load.sort.code) return random.chance(0.8) ? load.sort.code : undefined
  if (line === undefined || !random.chance(rates.otherWasteFound)) return undefined
  const other = random.pick(line.codes)
  return other === load.code || wasteSortOf(other) === undefined ? undefined : other
}

/** What is accepted becomes a lot. A plant puts it before a line; what came back to its producer is sent out again. */
function takeIn(
  life: Life,
  load: Load,
  stock: PlantStock | undefined,
  { acceptedKg, lot: id = load.subject, waste }: Receipt,
  nowMs: number,
): Lot | undefined {
  if (acceptedKg === 0) return undefined
  const lot: Lot = { id, code: waste?.code ?? load.code, sinceMs: nowMs, grams: gramsOf(acceptedKg) }
  const waits = stock?.store(lot) ?? false
  if (!waits && load.to === load.from)
    life.shipments.push({ from: load.from, code: lot.code, taken: [{ lot: lot.id, grams: lot.grams }] })
  return lot
}

/** The same receipt with another weight: a ticket that was read wrong. */
function reweighed(data: Receipt): Receipt {
  const net = gramsOf(data.netKg)
  const change = shareOf(net, 0.01)
  const netKg = kilograms(grams(net + change))
  const corrected: MovementPayloads['waste.movement.received'] = { ...data, netKg, acceptedKg: netKg }
  if (data.weighing !== undefined)
    corrected.weighing = {
      ...data.weighing,
      grossKg: kilograms(grams(gramsOf(data.weighing.grossKg) + change)),
    }
  return corrected
}
