import type { Position } from '@athar/events/envelope.ts'
import type { Waste } from '@athar/events/fields.ts'
import type { CustodyDocument, LotDocument, MovementDocument, TreatmentDocument } from '../custody/documents.ts'
import { subjectOf } from '../custody/documents.ts'
import { readMovement } from '../custody/read-movement.ts'
import { wasteAtGate } from '../custody/waste-of-movement.ts'
import type { LotPlace } from '../lineage/lot-place.ts'
import { lotFlowsOf } from '../mass-ledger/lot-flows.ts'
import { unknownReference } from '../mass-ledger/movement-mass.ts'

/** As what a lot came in. */
export interface CameIn {
  readonly waste: Waste
  /** When, as the sender wrote it. */
  readonly time: string
  readonly position: Position
}

const nothing: readonly CameIn[] = []

/**
 * As what a document brought mass into a lot. A movement or a treatment that took as much from the lot as it gave to it, or
 * more, brought none: so lineage has it too.
 */
export function cameIn(key: string, document: CustodyDocument, place: LotPlace): readonly CameIn[] {
  if (document.kind === 'lot') return subjectOf(key) === place.lot ? saidOfLot(document, place.site) : nothing
  let grams = 0
  for (const flow of lotFlowsOf(key, document))
    if (flow.lot === place.lot && flow.site === place.site) grams += flow.grams
  if (grams <= 0) return nothing
  return document.kind === 'movement' ? received(subjectOf(key), document, place) : made(document, place)
}

function saidOfLot({ produced, adjustments }: LotDocument, site: string): readonly CameIn[] {
  const production = produced?.data.site === site ? [{ ...produced, waste: produced.data.waste }] : []
  const more = adjustments
    .filter(({ data }) => data.site === site && data.kg > 0)
    .map(count => ({ ...count, waste: { code: count.data.code } }))
  return [...production, ...more].map(({ waste, time, position }) => ({ waste, time, position }))
}

function made({ data, time, position }: TreatmentDocument, { lot }: LotPlace): readonly CameIn[] {
  const outputs = data.outputs?.filter(output => output.lot === lot) ?? []
  return outputs.map(({ waste }) => ({ waste, time, position }))
}

function received(movement: string, document: MovementDocument, { lot, site }: LotPlace): readonly CameIn[] {
  const read = readMovement(document)
  return read.receipts
    .filter(({ data }) => data.site === site && (data.lot ?? movement) === lot && data.acceptedKg > 0)
    .map(receipt => ({
      waste: wasteAtGate(read, receipt) ?? { code: unknownReference },
      time: receipt.time,
      position: document.facts.find(({ id }) => id === receipt.id)?.position ?? 0, // it is one of them
    }))
}
