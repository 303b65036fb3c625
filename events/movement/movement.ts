import type { Party } from '../speaking.ts'
import { type Correction, correctionsOf, effectiveFacts } from './correction.ts'
import { type MovementFact, partyOf } from './fact.ts'
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
  const movement: Building = { handOvers, receipts, redirections, incidents, corrections: correctionsOf(state) }
  for (const fact of effectiveFacts(state)) {
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
  const from = originSite(movement)
  if (from !== undefined) parties.add(`site:${from}`)
  if (movement.declaration) {
    parties.add(`site:${movement.declaration.data.toSite}`)
    for (const carrier of movement.declaration.data.carriers ?? []) parties.add(`carrier:${carrier}`)
  }
  if (movement.pickUp) parties.add(`carrier:${movement.pickUp.data.carrier}`)
  for (const { data } of movement.handOvers) parties.add(`carrier:${data.fromCarrier}`).add(`carrier:${data.toCarrier}`)
  for (const { data } of movement.redirections) parties.add(`site:${data.fromSite}`).add(`site:${data.toSite}`)
  for (const receipt of movement.receipts) {
    const site = partyOf(receipt)
    if (site !== undefined) parties.add(site)
  }
  return parties
}
