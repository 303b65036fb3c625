import { gramsOf } from '@athar/events/mass.ts'
import { fateOf } from '@athar/events/treatment/treatment-arithmetic.ts'
import { type MovementDocument, subjectOf, type TreatmentDocument } from '../custody/documents.ts'
import { lotFlowsOfMovement, lotFlowsOfTreatment } from '../mass-ledger/lot-flows.ts'
import { movementMassOf } from '../mass-ledger/movement-mass.ts'
import type { End } from './ends.ts'
import { type LotAmount, lotAmountsOf } from './lot-amounts.ts'
import { lotId } from './lot-place.ts'
import { balanced, flowsOf, type LineageNode, sumOf } from './node.ts'

/** What mixes lots: what comes out of it has of all that went in, in proportion to mass. */
export interface MixingNode extends LineageNode {
  readonly kind: 'movement' | 'treatment'
  /** What it took from lots (below zero) and gave to them (above zero). */
  readonly amounts: readonly LotAmount[]
}

/** What comes from an end (above zero) or goes to one. */
interface EndAmount {
  readonly end: End
  readonly grams: number
}

/** The node of a movement or a treatment, under the key of its document. */
export function mixingNodeOf(key: string, document: MovementDocument | TreatmentDocument): MixingNode {
  return document.kind === 'movement' ? movementNodeOf(key, document) : treatmentNodeOf(key, document)
}

function movementNodeOf(id: string, document: MovementDocument): MixingNode {
  const movement = subjectOf(id)
  const mass = movementMassOf(movement, document)
  const { from: site, code, takenOver, losses, arrivals } = mass
  const takenGrams = takenOver?.grams ?? 0
  const lostGrams = sumOf(losses)
  let acceptedGrams = 0
  let missingGrams = 0
  for (const arrival of arrivals) {
    acceptedGrams += arrival.acceptedGrams
    missingGrams += arrival.expectedGrams - arrival.netGrams
  }
  const onTheRoadGrams = takenGrams - lostGrams - acceptedGrams - missingGrams
  const amounts = lotAmountsOf(lotFlowsOfMovement(mass))
  const ends: EndAmount[] = [
    { end: { kind: 'discrepancy', site, movement }, grams: -missingGrams },
    { end: { kind: 'loss', site }, grams: -lostGrams },
    // Without a pick-up the road is below zero: the mass was there, and nobody has said where it comes from.
    { end: { kind: onTheRoadGrams > 0 ? 'transit' : 'unrecorded', site, movement }, grams: -onTheRoadGrams },
  ]
  if (takenOver && takenOver.lots === undefined)
    ends.push({ end: { kind: 'movement', site, movement }, grams: takenGrams })
  const timeMs = takenOver?.atMs ?? arrivals[0]?.atMs ?? losses[0]?.atMs ?? 0
  const identity = { id, kind: 'movement', subject: movement, site, code, timeMs } as const
  return { ...balanced({ ...identity, ...bothWays(amounts, ends) }), kind: 'movement', amounts }
}

function treatmentNodeOf(id: string, document: TreatmentDocument): MixingNode {
  const treatment = subjectOf(id)
  const { timeMs, data } = document
  const { site, operation, lossKg = 0 } = data
  const endedGrams = fateOf(data)
  const amounts = lotAmountsOf(lotFlowsOfTreatment(document))
  const ends: EndAmount[] = [
    { end: { kind: 'loss', site }, grams: -gramsOf(lossKg) },
    // No treatment gives more than it takes: the ledger refuses it. If one did, the rest would come from nowhere.
    endedGrams < 0
      ? { end: { kind: 'unrecorded', site, treatment }, grams: -endedGrams }
      : { end: { kind: 'fate', site, operation }, grams: -endedGrams },
  ]
  const identity = { id, kind: 'treatment', subject: treatment, site, operation, timeMs } as const
  return { ...balanced({ ...identity, ...bothWays(amounts, ends) }), kind: 'treatment', amounts }
}

function bothWays(amounts: readonly LotAmount[], ends: readonly EndAmount[]) {
  return {
    inflows: flowsOf(
      amounts.filter(({ grams }) => grams < 0).map(amount => ({ id: lotId(amount), grams: -amount.grams })),
      ends.filter(({ grams }) => grams > 0),
    ),
    outflows: flowsOf(
      amounts.filter(({ grams }) => grams > 0).map(amount => ({ id: lotId(amount), grams: amount.grams })),
      ends.filter(({ grams }) => grams < 0).map(({ end, grams }) => ({ end, grams: -grams })),
    ),
  }
}
