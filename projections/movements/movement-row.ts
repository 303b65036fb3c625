import { eachParty, type Movement, movementOf } from '@athar/events/movement/movement.ts'
import type { MovementDocument } from '../custody/documents.ts'
import { movementMassOf } from '../mass-ledger/movement-mass.ts'
import { gapsOf } from './gaps-of-movement.ts'
import { kgOfMovement } from './kg-of-movement.ts'
import { endsOf, type MovementAnswer, revisionOf } from './movement-answer.ts'
import { stateOf } from './state-of-movement.ts'

/** A movement as a line of a list. */
export type MovementRow = Pick<
  MovementAnswer,
  'id' | 'state' | 'from' | 'to' | 'waste' | 'kg' | 'gaps' | 'revision'
> & {
  /** When it began, by the earliest event that is known of it: lists are in order of this. */
  readonly time: string
  /** Every carrier that has a part in it, announced or not. */
  readonly carriers: readonly string[]
}

export function movementRow(
  id: string,
  document: MovementDocument,
  movement: Movement = movementOf(document),
): MovementRow {
  return {
    id,
    time: document.facts[0]?.time ?? '',
    state: stateOf(movement),
    ...endsOf(movement),
    carriers: carriersOf(movement),
    kg: kgOfMovement(movement, movementMassOf(id, document)),
    gaps: gapsOf(movement),
    revision: revisionOf(document),
  }
}

function carriersOf(movement: Movement): readonly string[] {
  const carriers = new Set<string>()
  eachParty(movement, (kind, name) => {
    if (kind === 'carrier') carriers.add(name)
  })
  return [...carriers]
}
