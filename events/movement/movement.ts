import type { Waste } from '../fields.ts'
import type { Party } from '../speaking.ts'
import { type Correction, correct } from './correction.ts'
import type { CustodyType, MovementFact } from './fact.ts'
import type { MovementState } from './state.ts'

/** A movement read from its state, corrections applied: the filled slots, each list in order of `time`. */
export interface Movement {
  /** All of the slots below in one list, in order of `time`: for who asks the same of every statement about the custody. */
  readonly statements: readonly MovementFact<CustodyType>[]
  readonly declaration?: MovementFact<'waste.movement.declared'> | undefined
  readonly pickUp?: MovementFact<'waste.movement.picked-up'> | undefined
  readonly cancellation?: MovementFact<'waste.movement.cancelled'> | undefined
  readonly handOvers: readonly MovementFact<'waste.movement.handed-over'>[]
  readonly receipts: readonly MovementFact<'waste.movement.received'>[]
  readonly redirections: readonly MovementFact<'waste.movement.redirected'>[]
  readonly incidents: readonly MovementFact<'waste.movement.incident-reported'>[]
  readonly corrections: readonly Correction[]
}

/** Every movement is an object of one shape, with no list of its own that is empty: it is read for every event, and again by each view. */
export function movementOf(state: MovementState): Movement {
  const { facts, corrections } = correct(state)
  let declaration: Movement['declaration']
  let pickUp: Movement['pickUp']
  let cancellation: Movement['cancellation']
  let handOvers: MovementFact<'waste.movement.handed-over'>[] = none
  let receipts: MovementFact<'waste.movement.received'>[] = none
  let redirections: MovementFact<'waste.movement.redirected'>[] = none
  let incidents: MovementFact<'waste.movement.incident-reported'>[] = none
  for (const fact of facts) {
    switch (fact.type) {
      case 'waste.movement.declared':
        declaration = fact
        break
      case 'waste.movement.picked-up':
        pickUp = fact
        break
      case 'waste.movement.cancelled':
        cancellation = fact
        break
      case 'waste.movement.handed-over':
        handOvers = withOneMore(handOvers, fact)
        break
      case 'waste.movement.received':
        receipts = withOneMore(receipts, fact)
        break
      case 'waste.movement.redirected':
        redirections = withOneMore(redirections, fact)
        break
      case 'waste.movement.incident-reported':
        incidents = withOneMore(incidents, fact)
        break
      default:
        fact satisfies never // a type that has no place here yet
    }
  }
  return {
    statements: facts,
    declaration,
    pickUp,
    cancellation,
    handOvers,
    receipts,
    redirections,
    incidents,
    corrections,
  }
}

/** Shared by all lists that are empty. */
const none: never[] = []

function withOneMore<Fact>(facts: Fact[], fact: Fact): Fact[] {
  if (facts.length === 0) return [fact]
  facts.push(fact)
  return facts
}

/** What is announced of a load before it comes to a gate: by a `Movement`, or by what a projection keeps of one. */
export interface Announced {
  readonly declaration?: { readonly data: { readonly fromSite: string; readonly waste: Waste } } | undefined
  readonly pickUp?:
    | { readonly data: { readonly fromSite?: string | undefined; readonly waste?: Waste | undefined } }
    | undefined
}

/** Where the waste comes from: the declaration says, else the pick-up. */
export function originSite({ declaration, pickUp }: Announced): string | undefined {
  return declaration?.data.fromSite ?? pickUp?.data.fromSite
}

/** What was announced: the declaration's waste, else the pick-up's. */
export function announcedWaste({ declaration, pickUp }: Announced): Waste | undefined {
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
