import { gramsOf } from '@athar/events/mass.ts'
import { originSite } from '@athar/events/movement/movement.ts'
import { custodyFold } from '../custody/custody-fold.ts'
import type { CustodyDocument, MovementDocument, TreatmentDocument } from '../custody/documents.ts'
import { readMovement } from '../custody/read-movement.ts'
import { wasteOf } from '../custody/waste-of-movement.ts'
import type { Projection, Tally } from '../projection.ts'
import { monthInAlgiers } from './algiers-month.ts'
import { movedName, receivedName, treatedName } from './flow-cells.ts'

/**
 * How much of which waste goes from where to where, a month at a time, and what becomes of it. Sums only: what is late or
 * corrected changes them by the difference. They tell sites apart, not wilayas: where a site lies is asked when they are read, so
 * that it does not matter whether the site or the waste comes first.
 */
export const flowsProjection: Projection = {
  name: 'flows',
  version: 3,
  fold: custodyFold,
  tallies(_key, document) {
    const known = document as CustodyDocument // the fold of custody sets nothing else
    switch (known.kind) {
      case 'movement':
        return ofMovement(known)
      case 'treatment':
        return ofTreatment(known)
      case 'lot':
        return none
    }
  },
}

const none: readonly Tally[] = []

/**
 * Each receipt that accepted something is a flow, in the month of the receipt: from where the movement began, under the code
 * that the receipt found, else that of the movement. A load of which two sites take their parts is two flows.
 */
function ofMovement(document: MovementDocument): readonly Tally[] {
  if (!document.facts.some(({ type }) => type === 'waste.movement.received')) return none
  const movement = readMovement(document)
  const from = originSite(movement) ?? ''
  const known = wasteOf(movement)?.code ?? ''
  const operation = movement.declaration?.data.plannedOperation ?? ''
  const sums: Tally[] = []
  for (const { data, timeMs } of movement.receipts) {
    const accepted = gramsOf(data.acceptedKg)
    if (accepted === 0) continue
    const month = monthInAlgiers(timeMs)
    const code = data.waste?.code ?? known
    add(sums, movedName({ month, code, from, to: data.site, operation }), accepted)
    add(sums, receivedName({ month, code, operation }), accepted)
  }
  return sums
}

/** Each lot that went in, in the month of the treatment. */
function ofTreatment({ data: { site, operation, inputs }, timeMs }: TreatmentDocument): readonly Tally[] {
  const month = monthInAlgiers(timeMs)
  const sums: Tally[] = []
  for (const { code, kg } of inputs) add(sums, treatedName({ month, code, site, operation }), gramsOf(kg))
  return sums
}

/** Grams and one more of its kind: what is counted adds up however cells are grouped. */
function add(sums: Tally[], name: string, grams: number): void {
  sums.push({ tally: `${name}grams`, amount: grams }, { tally: `${name}count`, amount: 1 })
}
