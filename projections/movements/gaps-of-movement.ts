import type { Movement } from '@athar/events/movement/movement.ts'

/** What must have happened, by what is recorded, and is not recorded itself. */
export const movementGaps = ['declaration-missing', 'pickup-missing', 'hand-over-missing', 'receipt-missing'] as const

export type MovementGap = (typeof movementGaps)[number]

const none: readonly MovementGap[] = []

/**
 * The gaps in what is known of a movement, in the order of custody. What has not happened yet is no gap: a load on its way
 * has no receipt.
 *
 * - `declaration-missing`: nobody has declared it.
 * - `pickup-missing`: a carrier handed it over or a site received it, and nobody picked it up.
 * - `hand-over-missing`: a carrier handed it over who, by what is known, never had it: he neither picked it up nor was it
 *   handed over to him. While the pick-up is missing too, the first hand-over is taken to come from who picked it up.
 * - `receipt-missing`: a receipt of a later leg is there, and none of the leg before it.
 */
export function gapsOf(movement: Movement): readonly MovementGap[] {
  const { declaration, pickUp, handOvers, receipts } = movement
  // Most movements have no gap, and this is asked for each of them whenever they change.
  if (declaration !== undefined && pickUp !== undefined && handOvers.length === 0 && receipts.length <= 1) {
    const leg = receipts[0]?.data.leg ?? 1
    return leg === 1 ? none : ['receipt-missing']
  }
  const gaps: MovementGap[] = []
  if (declaration === undefined) gaps.push('declaration-missing')
  if (pickUp === undefined && (handOvers.length > 0 || receipts.length > 0)) gaps.push('pickup-missing')
  if (lacksHandOver(movement)) gaps.push('hand-over-missing')
  if (lacksReceipt(movement)) gaps.push('receipt-missing')
  return gaps
}

function lacksHandOver({ pickUp, handOvers }: Movement): boolean {
  const first = pickUp?.data.carrier ?? handOvers[0]?.data.fromCarrier
  const handedOverTo = (carrier: string) => handOvers.some(({ data }) => data.toCarrier === carrier)
  return handOvers.some(({ data }) => data.fromCarrier !== first && !handedOverTo(data.fromCarrier))
}

function lacksReceipt({ receipts }: Movement): boolean {
  const received = (leg: number) => receipts.some(({ data }) => (data.leg ?? 1) === leg)
  return receipts.some(({ data: { leg = 1 } }) => leg > 1 && !received(leg - 1))
}
