import type { MovementDocument } from '../custody/documents.ts'
import type { Book } from './book.ts'
import { lotFlowsOfMovement } from './lot-flows.ts'
import { movementMassOf } from './movement-mass.ts'

/**
 * Books a movement (DESIGN §4), each posting at the time it happened:
 *
 * - a pick-up puts what was taken over on the road: out of the stock of the declared lots, or else out of what the site made,
 *   which passes through its stock in the same moment and is not written there;
 * - what was lost on the way leaves the road;
 * - a receipt takes what should have arrived off the road, puts back what it refused, books what it accepted in stock, and
 *   the rest as a discrepancy. As long as nobody has told of the pick-up, the road goes below zero.
 *
 * They add up to zero at each of these times.
 */
export function bookMovement(movement: string, document: MovementDocument, book: Book): void {
  if (isOnlyDeclared(document)) return
  const mass = movementMassOf(movement, document)
  const { from, takenOver, losses, arrivals } = mass
  if (takenOver !== undefined) {
    book.transit(from, takenOver.grams, takenOver.atMs)
    if (takenOver.lots === undefined) book.produced(from, -takenOver.grams, takenOver.atMs)
  }
  for (const { grams, atMs } of losses) {
    book.transit(from, -grams, atMs)
    book.loss(from, grams, atMs)
  }
  for (const { atMs, expectedGrams, netGrams, refusedGrams } of arrivals) {
    book.transit(from, refusedGrams - expectedGrams, atMs)
    book.discrepancy(from, expectedGrams - netGrams, atMs)
  }
  book.stock(lotFlowsOfMovement(mass))
}

/** Nothing has moved: so it is after the first event of most movements. */
function isOnlyDeclared({ facts }: MovementDocument): boolean {
  return facts.length === 1 && facts[0]?.type === 'waste.movement.declared'
}
