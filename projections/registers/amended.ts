import { correctedPayload, correctionsOf } from '@athar/events/movement/correction.ts'
import type { CustodyType, MovementFact } from '@athar/events/movement/fact.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import { isBefore } from '@athar/events/order-of-time.ts'
import { type RegisteredMovement, registeredDeclaration, registeredPickUp } from './registered-movement.ts'

/** The movement as it counts today: each original with the whole payload of its newest effective correction. */
export function amended(movement: RegisteredMovement): RegisteredMovement {
  if (movement.amendments === undefined) return movement
  const corrections = new Map<string, MovementFact<'waste.movement.corrected'>>()
  for (const { fact, standing } of correctionsOf({ facts: factsOf(movement) }))
    if (standing === 'effective') corrections.set(fact.data.corrects, fact)
  if (corrections.size === 0) return movement

  function corrected<Type extends CustodyType, One extends { readonly id: string; readonly data: unknown }>(
    type: Type,
    one: One,
    registered: (payload: MovementPayloads[Type]) => One['data'],
  ): One {
    const correction = corrections.get(one.id)
    const payload = correction && correctedPayload(type, correction)
    return payload === undefined ? one : { ...one, data: registered(payload) }
  }
  const { declaration, pickUp, handOvers, receipts, redirections } = movement
  return {
    ...movement,
    declaration: declaration && corrected('waste.movement.declared', declaration, registeredDeclaration),
    pickUp: pickUp && corrected('waste.movement.picked-up', pickUp, registeredPickUp),
    handOvers: handOvers?.map(one => corrected('waste.movement.handed-over', one, whole)),
    receipts: receipts?.map(one => corrected('waste.movement.received', one, whole)),
    redirections: redirections?.map(one => corrected('waste.movement.redirected', one, whole)),
  }
}

function whole<Payload>(payload: Payload): Payload {
  return payload
}

/** In order of `time`, then id: they are a `MovementState`. */
function factsOf({
  declaration,
  pickUp,
  handOvers,
  receipts,
  redirections,
  unlisted,
  amendments,
}: RegisteredMovement): readonly MovementFact[] {
  const facts: MovementFact[] = []
  if (declaration) facts.push(factOf('waste.movement.declared', declaration))
  if (pickUp) facts.push(factOf('waste.movement.picked-up', pickUp))
  for (const one of handOvers ?? []) facts.push(factOf('waste.movement.handed-over', one))
  for (const one of receipts ?? []) facts.push(factOf('waste.movement.received', one))
  for (const one of redirections ?? []) facts.push(factOf('waste.movement.redirected', one))
  for (const one of [...(unlisted ?? []), ...(amendments ?? [])]) facts.push(factOf(one.type, one))
  return facts.sort((one, other) => (isBefore(one, other) ? -1 : 1))
}

/** What is kept here of a payload is as much as a fact keeps, or more. */
function factOf<Type extends MovementFact['type']>(
  type: Type,
  { id, time, data }: { readonly id: string; readonly time: string; readonly data: unknown },
): MovementFact {
  return { id, type, time, timeMs: Date.parse(time), data } as MovementFact
}
