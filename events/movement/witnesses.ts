import type { Party } from '../speaking.ts'
import { type CustodyType, isCustody, type MovementFact, partyOf } from './fact.ts'
import type { MovementState } from './state.ts'

/** What a party has said of the custody, and when. */
interface Testimony {
  readonly party: Party
  readonly timeMs: number
}

/** The parties that have acted since an original, as far as somebody has asked. */
interface Since {
  readonly own: Party | undefined
  /** The first testimony that has not been looked at. */
  next: number
  parties: readonly Party[]
}

/**
 * Who acted between an event and its correction, by `time`, not by arrival: it must not depend on the order in which events
 * come (DESIGN §4). Each original keeps its place in the testimonies, which are read once for all of its corrections: a
 * movement that somebody floods with corrections stays a matter of microseconds for each.
 */
export class Witnesses {
  readonly #testimonies: readonly Testimony[]
  readonly #origin: Party | undefined
  readonly #since = new Map<string, Since>()

  constructor({ facts }: MovementState) {
    const custody = facts.filter(isCustody)
    this.#origin = partyOfOrigin(custody)
    this.#testimonies = custody.flatMap(fact => {
      const party = this.#speakerOf(fact)
      return party === undefined ? [] : [{ party, timeMs: fact.timeMs }]
    })
  }

  /** The other parties that acted between the two. Ask for the corrections of an original in order of `time`. */
  between(original: MovementFact<CustodyType>, correction: MovementFact<'waste.movement.corrected'>): readonly Party[] {
    const since = this.#since.get(original.id) ?? { own: this.#speakerOf(original), next: 0, parties: [] }
    this.#since.set(original.id, since)
    for (; since.next < this.#testimonies.length; since.next++) {
      const testimony = this.#testimonies[since.next]
      if (testimony === undefined || testimony.timeMs >= correction.timeMs) break
      const { party, timeMs } = testimony
      if (timeMs > original.timeMs && party !== since.own && !since.parties.includes(party))
        since.parties = [...since.parties, party]
    }
    return since.parties
  }

  /** A cancellation speaks for the site of origin, once somebody has named it. */
  #speakerOf(fact: MovementFact<CustodyType>): Party | undefined {
    return fact.type === 'waste.movement.cancelled' ? this.#origin : partyOf(fact)
  }
}

/** By what was said first: a correction must not decide on who may answer it. */
function partyOfOrigin(facts: readonly MovementFact<CustodyType>[]): Party | undefined {
  const declaration = facts.find(fact => fact.type === 'waste.movement.declared')
  const site = declaration?.data.fromSite ?? facts.find(fact => fact.type === 'waste.movement.picked-up')?.data.fromSite
  return site === undefined ? undefined : `site:${site}`
}
