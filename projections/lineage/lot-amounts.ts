import type { LotFlow } from '../mass-ledger/lot-flows.ts'
import { type LotPlace, lotId } from './lot-place.ts'

/** What a document gave to a lot (above zero) or took from it, in all. Never zero. */
export interface LotAmount extends LotPlace {
  readonly code: string
  readonly grams: number
  /** When it first did. */
  readonly atMs: number
}

/**
 * The flows of one document, one amount a lot. What a treatment takes from a lot and puts back into it has not left it:
 * only the difference counts.
 */
export function lotAmountsOf(flows: readonly LotFlow[]): readonly LotAmount[] {
  const first = flows[0]
  if (first === undefined) return []
  if (flows.length === 1) return [first]
  const amounts = new Map<string, LotAmount>()
  for (const { lot, site, code, grams, atMs } of flows) {
    const id = lotId({ site, lot })
    const known = amounts.get(id)
    amounts.set(id, known ? { ...known, grams: known.grams + grams } : { lot, site, code, grams, atMs })
  }
  return [...amounts.values()].filter(({ grams }) => grams !== 0)
}
