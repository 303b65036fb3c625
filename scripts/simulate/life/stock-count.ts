import { grams, kilograms } from '@athar/events/mass.ts'
import { dayMs } from '../algiers-time.ts'
import { wasteSortOf } from '../cast/wastes.ts'
import type { Life } from './life.ts'
import type { PlantStock } from './plant-stock.ts'
import { fromSite, tell } from './tell.ts'

/** A plant counts one of the lots in its yard. */
export interface CountDue {
  readonly kind: 'count'
  readonly stock: PlantStock
}

/** More than this is not found missing or left over. */
const foundShareMax = 0.02

const reasons = ['inventaire physique', 'jaugeage de la cuve', 'comptage mensuel', 'جرد المخزون']

/** Every week or two. A count that finds what the books say says nothing. */
export function countStock(life: Life, due: CountDue, nowMs: number): void {
  const { random } = life
  const { plant } = due.stock
  const lot = due.stock.someLot(random)
  const scale = (lot && wasteSortOf(lot.code)?.scaleGrams) ?? 1000
  const found = lot === undefined ? 0 : Math.round((lot.grams * foundShareMax * random.deviation()) / scale) * scale
  if (lot !== undefined && found !== 0) {
    lot.grams = grams(lot.grams + found)
    const data = { site: plant.id, code: lot.code, kg: kilograms(grams(found)), reason: random.pick(reasons) }
    const statement = {
      type: 'waste.stock.adjusted',
      source: plant.source,
      subject: lot.id,
      timeMs: nowMs,
      data,
    } as const
    tell(life, statement, fromSite(nowMs, random))
  }
  const nextMs = nowMs + random.between(7, 14) * dayMs
  if (nextMs < life.closesAtMs) life.actions.put(nextMs, due)
}
