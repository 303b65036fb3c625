import type { Position } from '@athar/events/envelope.ts'
import { receiptBefore } from '@athar/events/movement/custody-rules.ts'
import type { CustodyType, MovementFact } from '@athar/events/movement/fact.ts'
import type { Movement } from '@athar/events/movement/movement.ts'
import type { WarningCode } from '@athar/events/warnings.ts'
import type { MovementDocument, RecordedFact } from '../custody/documents.ts'

type Fact = MovementFact

/** The facts that a warning about `fact` was judged by: itself, and what it was held against. */
export function judgedBy(code: WarningCode, movement: Movement, fact: MovementFact<CustodyType>): readonly Fact[] {
  const { declaration, pickUp, cancellation, handOvers, redirections } = movement
  switch (code) {
    case 'after-cancellation':
      return there(fact, cancellation)
    case 'unexpected-carrier':
      return fact.type === 'waste.movement.handed-over'
        ? there(fact, pickUp, ...handOvers.filter(other => other.timeMs <= fact.timeMs))
        : there(fact, declaration)
    case 'unexpected-site':
      return there(fact, declaration, ...redirections)
    case 'time-order':
      return there(fact, ...[pickUp, ...handOvers].filter(other => other !== undefined && other.timeMs > fact.timeMs))
    case 'code-differs':
      return there(fact, declaration ?? pickUp)
    case 'weight-differs':
      return fact.type === 'waste.movement.received'
        ? there(fact, receiptBefore(movement, fact) ?? (pickUp?.data.kg === undefined ? declaration : pickUp))
        : [fact]
    default:
      return [fact]
  }
}

function there(...facts: readonly (Fact | undefined)[]): readonly Fact[] {
  return facts.filter(fact => fact !== undefined)
}

/** Where facts stand in the log, and the corrections that made them what they are: each once, in order. */
export function positionsOf(
  document: MovementDocument,
  { corrections }: Movement,
  facts: readonly Fact[],
): readonly Position[] {
  const [only] = facts
  if (only !== undefined && facts.length === 1 && corrections.length === 0) return [positionOf(only)]
  const ids = new Set(facts.map(({ id }) => id))
  for (const { fact, standing } of corrections)
    if (standing === 'effective' && ids.has(fact.data.corrects)) ids.add(fact.id)
  const positions: Position[] = []
  for (const { id, position } of document.facts) if (ids.has(id)) positions.push(position)
  return positions.sort((one, other) => one - other)
}

function positionOf(fact: Fact): Position {
  return (fact as RecordedFact).position // it was read from a document, whose facts keep their positions
}
