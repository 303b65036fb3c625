import { plant, steel } from './cast.ts'
import { type Around, clock, type Payloads, submitted } from './events.ts'

/** Lots at the plant, and what it makes of them. */

export function lotProduced(changes: Partial<Payloads['waste.lot.produced']> = {}, around: Around = {}) {
  return submitted(
    'waste.lot.produced',
    { site: plant.site, waste: steel, kg: 1000, ...changes },
    { id: 'produced', subject: 'L-1', time: clock('09:00'), ...around },
  )
}

export function stockAdjusted(changes: Partial<Payloads['waste.stock.adjusted']> = {}, around: Around = {}) {
  return submitted(
    'waste.stock.adjusted',
    { site: plant.site, code: steel.code, kg: -35.5, reason: 'yearly count', ...changes },
    { id: 'adjusted', subject: 'L-1', time: clock('10:00'), ...around },
  )
}

/** A tonne of steel is recycled: 900 kg leave as a product, which is no waste any more; 100 kg leave as waste. */
export function treated(changes: Partial<Payloads['waste.treatment.performed']> = {}, around: Around = {}) {
  return submitted(
    'waste.treatment.performed',
    {
      site: plant.site,
      operation: 'R4',
      inputs: [{ lot: 'L-1', code: steel.code, kg: 1000 }],
      outputs: [{ lot: 'L-2', waste: { code: '191212' }, kg: 100 }],
      ...changes,
    },
    { id: 'treated', subject: 'T-1', time: clock('11:00'), ...around },
  )
}
