import type { MovementDocument } from '../custody/documents.ts'
import type { Posting } from '../projection.ts'
import { accountName } from './accounts.ts'
import { Journal } from './journal.ts'
import { lotFlowsOfMovement } from './lot-flows.ts'
import { movementMassOf } from './movement-mass.ts'

/**
 * The postings of a movement (DESIGN §4), each at the time it happened:
 *
 * - a pick-up puts what was taken over on the road: out of the stock of the declared lots, or else out of what the site made,
 *   which passes through its stock in the same moment and is not written there;
 * - what was lost on the way leaves the road;
 * - a receipt takes what should have arrived off the road, puts back what it refused, books what it accepted in stock, and
 *   the rest as a discrepancy. As long as nobody has told of the pick-up, the road goes below zero.
 *
 * They add up to zero at each of these times.
 */
export function movementPostings(movement: string, document: MovementDocument): readonly Posting[] {
  const mass = movementMassOf(movement, document)
  const { from, takenOver, losses, arrivals } = mass
  const journal = new Journal()
  const transit = accountName.transit(movement)
  if (takenOver !== undefined) {
    journal.post(transit, takenOver.grams, takenOver.atMs)
    if (takenOver.lots === undefined) journal.post(accountName.produced(from), -takenOver.grams, takenOver.atMs)
  }
  for (const { grams, atMs } of losses) {
    journal.post(transit, -grams, atMs)
    journal.post(accountName.loss(from), grams, atMs)
  }
  for (const { atMs, expectedGrams, netGrams, refusedGrams } of arrivals) {
    journal.post(transit, refusedGrams - expectedGrams, atMs)
    journal.post(accountName.discrepancy(movement), expectedGrams - netGrams, atMs)
  }
  journal.postStock(lotFlowsOfMovement(mass))
  return journal.postings
}
