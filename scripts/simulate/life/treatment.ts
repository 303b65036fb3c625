import { operations } from '@athar/events/codes/operations.ts'
import { addMass, type Grams, kilograms } from '@athar/events/mass.ts'
import type { TreatmentPayloads } from '@athar/events/treatment/schema.ts'
import { hourMs, minuteMs } from '../algiers-time.ts'
import type { Line } from '../cast/plant-kinds.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'
import type { Lot } from './lot.ts'
import { less, shareOf } from './masses.ts'
import type { PlantStock, Queue } from './plant-stock.ts'
import { loadTrucks } from './shipment.ts'
import { fromSite, tell } from './tell.ts'

type Treatment = TreatmentPayloads['waste.treatment.performed']

/** A plant treats what waits before its lines. */
export interface TreatmentDue {
  readonly kind: 'treatment'
  readonly stock: PlantStock
}

/** A lot rests before it is treated: its receipt may be corrected until then. */
const restMs = 6 * hourMs

/** Below what one treatment may read (events/limits.ts). */
const batchLotsMax = 900

/** A centre that groups waits no longer when it has so many. */
const groupAtLots = 600

export function treat(life: Life, due: TreatmentDue, nowMs: number): void {
  const { plant, queues } = due.stock
  for (const queue of queues) {
    const waits = grouping(queue.line) && queue.lots.length < groupAtLots && life.random.chance(rates.groupingWaits)
    if (!waits) treatQueue(life, due.stock, queue, nowMs)
  }
  const nextMs = nowMs + plant.kind.treatsEveryHours * life.random.between(40, 80) * minuteMs
  if (nextMs < life.closesAtMs) life.actions.put(nextMs, due)
}

/** It only puts lots together, so that they need not be treated one by one. */
function grouping({ output, operation }: Line): boolean {
  return output !== undefined && operations.find(operation)?.final === false && operation !== 'D9'
}

function treatQueue(life: Life, stock: PlantStock, queue: Queue, nowMs: number): void {
  const rested = queue.lots.findIndex(lot => lot.sinceMs > nowMs - restMs)
  const ready = queue.lots.splice(0, rested === -1 ? queue.lots.length : rested)
  for (let first = 0; first < ready.length; first += batchLotsMax)
    perform(life, stock, queue.line, ready.slice(first, first + batchLotsMax), nowMs)
}

function perform(life: Life, stock: PlantStock, line: Line, lots: readonly Lot[], nowMs: number): void {
  const { plant } = stock
  const mass = addMass(...lots.map(lot => lot.grams))
  const loss = shareOf(mass, line.lossShare)
  const data: Treatment = {
    site: plant.id,
    operation: line.operation,
    inputs: lots.map(lot => ({ lot: lot.id, code: lot.code, kg: kilograms(lot.grams) })),
  }
  const output = outputOf(life, line, lots, less(mass, loss), nowMs)
  if (output !== undefined)
    data.outputs = [{ lot: output.id, waste: { code: output.code }, kg: kilograms(output.grams) }]
  if (loss > 0) data.lossKg = kilograms(loss)
  const subject = life.numbering.next('T', nowMs)
  const statement = { type: 'waste.treatment.performed', source: plant.source, subject, timeMs: nowMs, data } as const
  tell(life, statement, fromSite(nowMs, life.random))
  if (output !== undefined) keep(life, stock, output)
}

function outputOf(life: Life, { output }: Line, lots: readonly Lot[], most: Grams, nowMs: number): Lot | undefined {
  const first = lots[0]
  if (output === undefined || first === undefined) return undefined
  const id = life.numbering.next('L', nowMs)
  if (output === 'sameCode') return { id, code: first.code, sinceMs: nowMs, grams: most }
  const share = output.low + (output.high - output.low) * life.random.share()
  const made = share === 1 ? most : shareOf(most, share)
  return made > 0 ? { id, code: output.code, sinceMs: nowMs, grams: made } : undefined
}

/** What came out goes before another line of the plant, or away. What was only grouped goes away. */
function keep(life: Life, stock: PlantStock, output: Lot): void {
  const inHouse = stock.plant.kind.lines.some(line => line.output === undefined && line.codes.includes(output.code))
  if (inHouse && stock.store(output)) return
  const outgoing = stock.outgoing(output.code)
  outgoing.push(output)
  life.shipments.push(...loadTrucks(stock.plant, output.code, outgoing))
}
