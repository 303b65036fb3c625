import { type Grams, grams, kilograms } from '@athar/events/mass.ts'
import type { Movement } from '@athar/events/movement/movement.ts'
import type { MovementMass } from '../mass-ledger/movement-mass.ts'

/**
 * The masses of a movement in kilograms, as the mass journal counts them. Once there are a pick-up and a receipt, what was
 * taken over, less what was lost on the way to a gate, is accepted + refused + discrepancy, to the gram.
 */
export interface KgOfMovement {
  /** What the declaration says. */
  readonly declared?: number
  /** What the pick-up says. */
  readonly pickedUp?: number
  /** What the first gate found. */
  readonly received?: number
  /** What all gates together let in. */
  readonly accepted: number
  /** What the last gate turned away: nobody has taken it in since. What an earlier gate refused came to a later one. */
  readonly refused: number
  /** Reported as lost. */
  readonly lost: number
  /** What should have come to the gates and did not (positive), or came beyond it. */
  readonly discrepancy: number
}

export function kgOfMovement(
  { declaration, pickUp }: Movement,
  { arrivals, losses }: Pick<MovementMass, 'arrivals' | 'losses'>,
): KgOfMovement {
  const declared = declaration?.data.kg
  const pickedUp = pickUp?.data.kg
  const [first] = arrivals
  return {
    ...(declared !== undefined && { declared }),
    ...(pickedUp !== undefined && { pickedUp }),
    ...(first && { received: kilograms(grams(first.netGrams)) }),
    accepted: kilograms(sumOf(arrivals, arrival => arrival.acceptedGrams)),
    refused: kilograms(grams(arrivals.at(-1)?.refusedGrams ?? 0)),
    lost: kilograms(sumOf(losses, loss => loss.grams)),
    discrepancy: kilograms(sumOf(arrivals, arrival => arrival.expectedGrams - arrival.netGrams)),
  }
}

/** Throws a `RangeError` when the sum is more than can be counted exactly. */
function sumOf<Item>(items: readonly Item[], gramsIn: (item: Item) => number): Grams {
  return grams(items.reduce((sum, item) => sum + gramsIn(item), 0))
}
