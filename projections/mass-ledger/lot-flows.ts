import { gramsOf } from '@athar/events/mass.ts'
import type { CustodyDocument, LotDocument, TreatmentDocument } from '../custody/documents.ts'
import { subjectOf } from '../custody/documents.ts'
import { type MovementMass, movementMassOf } from './movement-mass.ts'

/**
 * What enters or leaves a lot. Stock is the sum of its lots (DESIGN §3): the journal books stock from these flows, and
 * lineage follows the same ones, so the two never tell different grams.
 */
export interface LotFlow {
  readonly lot: string
  /** A lot is told apart by its site and code too: two sites may each take a part of one movement in. */
  readonly site: string
  readonly code: string
  /** Into the lot (above zero) or out of it. Whole, and never zero. */
  readonly grams: number
  readonly atMs: number
  readonly by: FlowKind
}

/**
 * - `production`: the site has made the lot.
 * - `pick-up`: a carrier took a part of the lot over, on the movement of this document.
 * - `receipt`: the movement of this document made the lot at its gate.
 * - `treatment`: the treatment of this document took from the lot (below zero) or made it (above zero).
 * - `adjustment`: a count found more or less of the lot.
 */
export type FlowKind = 'production' | 'pick-up' | 'receipt' | 'treatment' | 'adjustment'

/**
 * All flows of a document, in order of time within a movement and a lot; of a treatment first what went in, then what came
 * out. Pure, and the same whatever the order in which the events of the document came.
 */
export function lotFlowsOf(key: string, document: CustodyDocument): readonly LotFlow[] {
  switch (document.kind) {
    case 'movement':
      return lotFlowsOfMovement(movementMassOf(subjectOf(key), document))
    case 'treatment':
      return lotFlowsOfTreatment(document)
    case 'lot':
      return lotFlowsOfLot(subjectOf(key), document)
  }
}

const none: readonly LotFlow[] = []

/** What a pick-up took from declared lots, each by its part, and what each gate let in. */
export function lotFlowsOfMovement({ from, code, takenOver, arrivals }: MovementMass): readonly LotFlow[] {
  if (takenOver?.lots === undefined && arrivals.length === 0) return none
  const flows: LotFlow[] = []
  if (takenOver?.lots !== undefined)
    for (const { lot, grams } of takenOver.lots)
      if (grams !== 0) flows.push({ lot, site: from, code, grams: -grams, atMs: takenOver.atMs, by: 'pick-up' })
  for (const { lot, site, code, acceptedGrams, atMs } of arrivals)
    if (acceptedGrams !== 0) flows.push({ lot, site, code, grams: acceptedGrams, atMs, by: 'receipt' })
  return flows
}

export function lotFlowsOfTreatment({ timeMs, data }: TreatmentDocument): readonly LotFlow[] {
  const { site, inputs, outputs = [] } = data
  const flows: LotFlow[] = []
  for (const { lot, code, kg } of inputs)
    flows.push({ lot, site, code, grams: -gramsOf(kg), atMs: timeMs, by: 'treatment' })
  for (const { lot, waste, kg } of outputs)
    flows.push({ lot, site, code: waste.code, grams: gramsOf(kg), atMs: timeMs, by: 'treatment' })
  return flows
}

export function lotFlowsOfLot(lot: string, { produced, adjustments }: LotDocument): readonly LotFlow[] {
  const flows: LotFlow[] = []
  if (produced !== undefined) {
    const { site, waste, kg } = produced.data
    flows.push({ lot, site, code: waste.code, grams: gramsOf(kg), atMs: produced.timeMs, by: 'production' })
  }
  for (const { data, timeMs } of adjustments)
    flows.push({ lot, site: data.site, code: data.code, grams: gramsOf(data.kg), atMs: timeMs, by: 'adjustment' })
  return flows
}
