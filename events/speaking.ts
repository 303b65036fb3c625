import type { DecisionContext } from './decision.ts'
import type { Wording } from './language.ts'
import { phrase } from './phrases.ts'
import { type Problem, problem } from './problems.ts'

/** A party of the custody chain, as events name it: the holder of a site, or a carrier. */
export type Party = `site:${string}` | `carrier:${string}`

/** What a party is, and what it is called. */
export function readParty(party: Party): { readonly kind: 'site' | 'carrier'; readonly name: string } {
  if (party.startsWith('site:')) return { kind: 'site', name: party.slice('site:'.length) }
  return { kind: 'carrier', name: party.slice('carrier:'.length) }
}

/** True when the key may speak for the party: a carrier is an organisation; a site speaks through the one that holds it. */
export function holds(party: Party, { speaker, directory }: DecisionContext): boolean {
  if (speaker.role === 'service') return true
  if (speaker.role === 'authority') return false
  if (party.startsWith('carrier:')) return speaker.organisations.has(party.slice('carrier:'.length))
  const holder = directory.holderOf(party.slice('site:'.length))
  return holder !== undefined && speaker.organisations.has(holder)
}

/**
 * Refuses unless the key may speak for one of the parties. `parties` may be empty while nothing is recorded that names them.
 * `unnamed`: what to call parties that the event does not name itself, be they known or not. A refusal tells nobody who has a
 * part in what is not theirs to read, nor whether there is anything to read.
 */
export function mustHoldOneOf(
  parties: Iterable<Party>,
  context: DecisionContext,
  unnamed?: Wording,
): Problem | undefined {
  if (context.speaker.role === 'service') return undefined
  if (context.speaker.role === 'authority')
    return problem('role-may-not', { role: 'authority', allowed: 'party, service' })
  const asked = [...parties]
  if (asked.some(party => holds(party, context))) return undefined
  const party = unnamed ?? (asked.length > 0 ? asked.join(', ') : phrase('party-not-known-yet'))
  return problem('not-your-party', { party })
}

/** Refuses unless the key is the authority’s, or a trusted connector’s. */
export function mustBeAuthority({ speaker }: DecisionContext): Problem | undefined {
  if (speaker.role !== 'party') return undefined
  return problem('role-may-not', { role: speaker.role, allowed: 'authority, service' })
}
