import type { Party } from '../speaking.ts'
import { type Correction, correct } from './correction.ts'
import type { MovementFact } from './fact.ts'
import type { MovementState } from './state.ts'

/** A movement read from its state, corrections applied: the filled slots, each list in order of `time`. */
export interface Movement {
  readonly declaration?: MovementFact<'waste.movement.declared'>
  readonly pickUp?: MovementFact<'waste.movement.picked-up'>
  readonly cancellation?: MovementFact<'waste.movement.cancelled'>
  readonly handOvers: readonly MovementFact<'waste.movement.handed-over'>[]
  readonly receipts: readonly MovementFact<'waste.movement.received'>[]
  readonly redirections: readonly MovementFact<'waste.movement.redirected'>[]
  readonly incidents: readonly MovementFact<'waste.movement.incident-reported'>[]
  readonly corrections: readonly Correction[]
}

type Building = { -readonly [Field in keyof Movement]: Movement[Field] }

export function movementOf(state: MovementState): Movement {
  const handOvers: MovementFact<'waste.movement.handed-over'>[] = []
  const receipts: MovementFact<'waste.movement.received'>[] = []
  const redirections: MovementFact<'waste.movement.redirected'>[] = []
  const incidents: MovementFact<'waste.movement.incident-reported'>[] = []
  const { facts, corrections } = correct(state)
  const movement: Building = { handOvers, receipts, redirections, incidents, corrections }
  for (const fact of facts) {
    switch (fact.type) {
      case 'waste.movement.declared':
        movement.declaration = fact
        break
      case 'waste.movement.picked-up':
        movement.pickUp = fact
        break
      case 'waste.movement.cancelled':
        movement.cancellation = fact
        break
      case 'waste.movement.handed-over':
        handOvers.push(fact)
        break
      case 'waste.movement.received':
        receipts.push(fact)
        break
      case 'waste.movement.redirected':
        redirections.push(fact)
        break
      case 'waste.movement.incident-reported':
        incidents.push(fact)
        break
    }
  }
  return movement
}

/** Where the waste comes from: the declaration says, else the pick-up. */
export function originSite({ declaration, pickUp }: Movement): string | undefined {
  return declaration?.data.fromSite ?? pickUp?.data.fromSite
}

/** What was announced: the declaration's waste, else the pick-up's. */
export function announcedWaste({ declaration, pickUp }: Movement) {
  return declaration?.data.waste ?? pickUp?.data.waste
}

/** Every site and carrier that has a part in the movement: each of them may redirect, report, and read it. */
export function partiesOf(movement: Movement): ReadonlySet<Party> {
  const parties = new Set<Party>()
  eachParty(movement, (kind, name) => parties.add(`${kind}:${name}`))
  return parties
}

/** The same, told one by one and some of them more than once: for who asks of very many movements. */
export function eachParty(movement: Movement, tell: (kind: 'site' | 'carrier', name: string) => void): void {
  const { declaration, pickUp, handOvers, redirections, receipts } = movement
  const from = originSite(movement)
  if (from !== undefined) tell('site', from)
  if (declaration) {
    tell('site', declaration.data.toSite)
    for (const carrier of declaration.data.carriers ?? []) tell('carrier', carrier)
  }
  if (pickUp) tell('carrier', pickUp.data.carrier)
  for (const { data } of handOvers) {
    tell('carrier', data.fromCarrier)
    tell('carrier', data.toCarrier)
  }
  for (const { data } of redirections) {
    tell('site', data.fromSite)
    tell('site', data.toSite)
  }
  for (const { data } of receipts) tell('site', data.site)
}
