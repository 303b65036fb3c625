import type { RegisterKind } from './register-line.ts'
import type { HandOver, PickUp, Receipt, RegisteredFact } from './registered-fact.ts'

type Declaration = RegisteredFact<'waste.movement.declared'>
type Redirection = RegisteredFact<'waste.movement.redirected'>

/** A movement as registers look at it, corrections applied: each list in order of `time`. */
export interface ToldMovement {
  readonly movement: string
  readonly declaration: Declaration | undefined
  readonly pickUp: PickUp | undefined
  readonly handOvers: readonly HandOver[]
  readonly receipts: readonly Receipt[]
  readonly redirections: readonly Redirection[]
}

/** `facts` are in order of time, each with the payload that counts. */
export function toldMovement(movement: string, facts: readonly RegisteredFact[]): ToldMovement {
  const handOvers: HandOver[] = []
  const receipts: Receipt[] = []
  const redirections: Redirection[] = []
  let declaration: Declaration | undefined
  let pickUp: PickUp | undefined
  for (const fact of facts) {
    if (fact.type === 'waste.movement.declared') declaration = fact
    else if (fact.type === 'waste.movement.picked-up') pickUp = fact
    else if (fact.type === 'waste.movement.handed-over') handOvers.push(fact)
    else if (fact.type === 'waste.movement.received') receipts.push(fact)
    else if (fact.type === 'waste.movement.redirected') redirections.push(fact)
  }
  return { movement, declaration, pickUp, handOvers, receipts, redirections }
}

/** Where the waste comes from: the declaration says, else the pick-up. */
export function originOf({ declaration, pickUp }: ToldMovement): string | undefined {
  return declaration?.data.fromSite ?? pickUp?.data.fromSite
}

/** A statement that a register must make: about which event, in which register. */
export interface Due {
  readonly register: RegisterKind
  readonly site: string
  readonly fact: PickUp | Receipt
}

/**
 * What the registers must state of a movement, by all that is known of it. It hangs on the set of the facts, not on the
 * order in which they came; only on which line it stands does.
 *
 * - A pick-up stands in the outgoing register of the site that the declaration names, else the pick-up. While neither does,
 *   in none: it is written when the site becomes known.
 * - A receipt stands in the incoming register of its site, whatever its outcome.
 * - A movement that was cancelled before it left is in no register; one that left all the same has left.
 * - A redirection changes where the load that left was sent, which the producer has to be able to prove; the site from
 *   which it goes on never had it, or has it in its incoming register.
 */
export function dueOf(told: ToldMovement): readonly Due[] {
  const due: Due[] = []
  const from = originOf(told)
  if (told.pickUp !== undefined && from !== undefined) due.push({ register: 'outgoing', site: from, fact: told.pickUp })
  for (const receipt of told.receipts) due.push({ register: 'incoming', site: receipt.data.site, fact: receipt })
  return due
}
