import { grams, kilograms } from '@athar/events/mass.ts'
import type { Movement } from '@athar/events/movement/movement.ts'
import type { MovementMass } from '../mass-ledger/movement-mass.ts'
import { destinationOf, stateOf } from './state-of-movement.ts'

/** One way to one site. */
export interface Leg {
  /** As the receipt numbers it; of one under way, the next number. */
  readonly leg: number
  readonly site: string
  /** What came of it at the gate; absent while it is planned or under way. */
  readonly receipt?: ReceiptOfLeg
}

export interface ReceiptOfLeg {
  /** The id of the event that says so. */
  readonly event: string
  readonly time: string
  readonly outcome: 'accepted' | 'partly-accepted' | 'refused'
  /** The lot that was made of what was accepted. */
  readonly lot?: string
  /** The code that was found, where the receipt says one. */
  readonly code?: string
  readonly kg: {
    /** What should have come: what was taken over less what was lost, later what the gate before refused. */
    readonly expected: number
    readonly net: number
    readonly accepted: number
    readonly refused: number
    /** expected − net */
    readonly discrepancy: number
  }
}

/** Every receipt as a leg, in order of time, and the leg that is planned or under way, when the load has a place to go to. */
export function legsOf(movement: Movement, { arrivals }: Pick<MovementMass, 'arrivals'>): readonly Leg[] {
  // The mass is read from the same receipts in the same order.
  const ended = movement.receipts.flatMap((receipt, place): readonly Leg[] => {
    const arrival = arrivals[place]
    return arrival === undefined ? [] : [endedLeg(receipt, arrival)]
  })
  const state = stateOf(movement)
  const site = destinationOf(movement)
  if (site === undefined || (state !== 'declared' && state !== 'in-transit')) return ended
  return [...ended, { leg: 1 + Math.max(0, ...ended.map(({ leg }) => leg)), site }]
}

function endedLeg(
  { id, time, data }: Movement['receipts'][number],
  { lot, expectedGrams, netGrams, acceptedGrams, refusedGrams }: MovementMass['arrivals'][number],
): Leg {
  return {
    leg: data.leg ?? 1,
    site: data.site,
    receipt: {
      event: id,
      time,
      outcome: data.outcome,
      ...(acceptedGrams > 0 && { lot }),
      ...(data.waste && { code: data.waste.code }),
      kg: {
        expected: kgOf(expectedGrams),
        net: kgOf(netGrams),
        accepted: kgOf(acceptedGrams),
        refused: kgOf(refusedGrams),
        discrepancy: kgOf(expectedGrams - netGrams),
      },
    },
  }
}

function kgOf(massGrams: number): number {
  return kilograms(grams(massGrams))
}
