import { type Grams, grams, kilograms } from '@athar/events/mass.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import { hourMs, minuteMs } from '../algiers-time.ts'
import type { Plant } from '../cast/plants.ts'
import { rates } from '../rates.ts'
import { correctLater } from './correction.ts'
import type { Life } from './life.ts'
import type { Load } from './load.ts'
import type { TakenLot } from './lot.ts'
import { around, less, weighed } from './masses.ts'
import { atOnce, fromSite, tell } from './tell.ts'

type Declaration = MovementPayloads['waste.movement.declared']

/** What an estimate is apart from the truth, at most. */
const estimateSpread = 0.12

/** The producer has kept the waste in lots: now they are full. */
export function produceLots(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  const count = random.between(1, 3)
  const taken: TakenLot[] = []
  let rest = load.grams
  for (let place = 1; place <= count; place++) {
    const part: Grams = place === count ? rest : grams(Math.floor(rest / (count - place + 1)))
    rest = less(rest, part)
    const lot = life.numbering.next('L', nowMs)
    taken.push({ lot, grams: part })
    const data = { site: load.from.id, waste: wasteOf(load), kg: kilograms(part) }
    const { source } = load.from
    tell(life, { type: 'waste.lot.produced', source, subject: lot, timeMs: nowMs, data }, atOnce(nowMs, random))
  }
  load.taken = taken
  load.step = 'declare'
  life.actions.put(nowMs + random.between(60, 1800) * minuteMs, load)
}

/** The producer declares, or forgets to; then the truck comes, unless it is called off. */
export function declare(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  if (!load.undeclared) {
    const statement = {
      type: 'waste.movement.declared',
      source: load.from.source,
      subject: load.subject,
      timeMs: nowMs,
      data: declarationOf(life, load),
    } as const
    const event = tell(life, statement, fromSite(nowMs, random))
    // Lots that are declared otherwise than they were produced would leave their stock crooked for good.
    if (load.taken === undefined && random.chance(rates.declarationCorrected))
      correctLater(life, load, event, { ...event.data, kg: rewritten(event.data.kg) }, nowMs)
  }
  const cancelled = load.taken === undefined && !load.undeclared && random.chance(rates.cancelled)
  load.step = cancelled ? 'cancel' : 'pick up'
  const hours = cancelled ? random.between(1, 3) : random.between(4, load.sort.origin === 'household' ? 24 : 40)
  life.actions.put(nowMs + hours * hourMs + random.between(10, 59) * minuteMs, load)
}

export function cancel(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  const { source } = load.from
  const data = { reason: random.pick(cancelReasons) }
  const statement = { type: 'waste.movement.cancelled', source, subject: load.subject, timeMs: nowMs, data } as const
  tell(life, statement, atOnce(nowMs, random))
  if (!random.chance(rates.cancelledTooLate)) return
  load.step = 'pick up'
  life.actions.put(nowMs + random.between(20, 120) * minuteMs, load)
}

const cancelReasons = [
  'production arrêtée',
  'camion en panne, enlèvement reporté',
  'erreur de déclaration, nouvelle déclaration à suivre',
  'إلغاء بطلب من المنتج',
]

function declarationOf(life: Life, load: Load): Declaration {
  const { random } = life
  const { taken } = load
  const exact = taken !== undefined || random.chance(rates.weighedBefore)
  const scale = load.sort.scaleGrams
  const mass = exact ? load.grams : weighed(around(load.grams, estimateSpread, random), scale * 10)
  const data: Declaration = {
    fromSite: load.from.id,
    toSite: load.to.id,
    waste: wasteOf(load),
    kg: kilograms(mass),
    basis: exact ? 'weighed' : 'estimated',
    packages: load.packages,
    carriers: load.second === undefined ? [load.carrier.id] : [load.carrier.id, load.second.id],
  }
  const operation = operationAt(life.stocks.get(load.to.id)?.plant, load.sort.code)
  if (operation !== undefined) data.plannedOperation = operation
  if (load.certificate !== undefined) data.acceptanceCertificate = load.certificate
  if (taken !== undefined) data.lots = taken.map(part => ({ lot: part.lot, kg: kilograms(part.grams) }))
  return data
}

export function wasteOf({ code, sort }: Load): Declaration['waste'] {
  return sort.hazards.length === 0
    ? { code, name: sort.name, state: sort.state }
    : { code, name: sort.name, hazards: sort.hazards, state: sort.state }
}

function operationAt(plant: Plant | undefined, code: string): Declaration['plannedOperation'] {
  return plant?.kind.lines.find(line => line.codes.includes(code))?.operation
}

/** The number that should have been written: a digit lost or doubled is how most of them go wrong. */
function rewritten(kg: number): number {
  return kilograms(weighed(kg * 1000 * 1.1, 1000))
}
