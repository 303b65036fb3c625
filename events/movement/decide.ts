import { type Decision, type DecisionContext, refuse } from '../decision.ts'
import { type FieldError, fieldError } from '../field-errors.ts'
import type { Wording } from '../language.ts'
import { limits } from '../limits.ts'
import { phrase } from '../phrases.ts'
import { invalidEvent, type Problem, problem } from '../problems.ts'
import { holds, mustHoldOneOf, type Party } from '../speaking.ts'
import type { Statement } from '../statement.ts'
import { fieldErrorsOf } from '../validation.ts'
import { keepsItsPlace } from './correction.ts'
import { type CustodyType, factOf, isCustody, type MovementFact, partyOf, slotOf } from './fact.ts'
import { movementOf, originSite, partiesOf } from './movement.ts'
import { noticed } from './noticed.ts'
import { movementEvents } from './schema.ts'
import { slotWords } from './slot-words.ts'
import { initialMovement, type MovementState } from './state.ts'

/**
 * What may be said of a movement (DESIGN §4): a free slot is filled whatever else is filled; a taken one is refused and
 * names the event that took it; nobody speaks for a party that is not his. Everything else is recorded, and flagged, as
 * long as it stays within what a movement can be: each event costs as much as there are before it.
 */
export function decideMovement(state: MovementState, event: Statement, context: DecisionContext): Decision {
  const decision = decideOn(state, event, context)
  if (!('refused' in decision) || hasPartInMovement(state, context)) return decision
  // Who has no part in it is refused in the words for a movement of which nothing is recorded, where they refuse him too:
  // otherwise refusals would tell anybody who can guess a name what has become of the load.
  const unaware = decideOn(initialMovement, event, context)
  return 'refused' in unaware ? unaware : decision
}

/** Whether the key may be told what is recorded of a movement: a party when it has a part in it, every other key always. */
function hasPartInMovement(state: MovementState, context: DecisionContext): boolean {
  if (context.speaker.role !== 'party') return true
  for (const party of partiesOf(movementOf(state))) if (holds(party, context)) return true
  return false
}

function decideOn(state: MovementState, event: Statement, context: DecisionContext): Decision {
  const fact = factOf(event)
  const taken = takenSlot(state, fact)
  if (taken !== undefined)
    return refuse(
      problem('already-recorded', {
        stream: phrase('movement', { name: event.subject }),
        ...taken,
        advice: phrase(isCustody(fact) ? 'correct-it' : 'correct-anew'),
      }),
    )

  const refused = isCustody(fact) ? mayBeSaid(state, fact, context) : mayBeAnswered(state, fact, context)
  if (refused !== undefined) return refuse(refused)
  if (state.facts.length >= limits.movementEventsMax && context.speaker.role !== 'service')
    return refuse(problem('movement-full', { movement: event.subject, limit: limits.movementEventsMax }))
  return { warnings: noticed(state, fact, context) }
}

function takenSlot(state: MovementState, fact: MovementFact): { slot: Wording; by: string } | undefined {
  const slot = slotOf(fact)
  if (slot === undefined) return undefined
  for (const known of state.facts)
    if (maySharePlace(known, fact) && slotOf(known) === slot) return { slot: slotWords(known), by: known.id }
  return undefined
}

/** Only events of one type share a slot, and the two answers to a correction. */
function maySharePlace(one: MovementFact, other: MovementFact): boolean {
  return one.type === other.type || (!isCustody(one) && !isCustody(other))
}

function mayBeSaid(
  state: MovementState,
  fact: MovementFact<CustodyType>,
  context: DecisionContext,
  spokenFor?: Wording,
): Problem | undefined {
  if (context.speaker.role === 'service') return undefined
  const { parties, unnamed } = speakersFor(state, fact)
  return mustHoldOneOf(parties, context, spokenFor ?? unnamed)
}

/** The parties of which one must speak, and what to call them when the event does not name them. */
interface Speakers {
  readonly parties: Iterable<Party>
  readonly unnamed?: Wording
}

/** A redirection or an incident may come from any party of the movement. */
function speakersFor(state: MovementState, fact: MovementFact<CustodyType>): Speakers {
  const party = partyOf(fact)
  if (party !== undefined) return { parties: [party] }
  const movement = movementOf(state)
  if (fact.type === 'waste.movement.cancelled') {
    const from = originSite(movement)
    return { parties: from === undefined ? [] : [`site:${from}`], unnamed: phrase('origin-of-movement') }
  }
  const parties = partiesOf(movement)
  if (fact.type === 'waste.movement.redirected' && parties.size === 0)
    return { parties: [`site:${fact.data.fromSite}`, `site:${fact.data.toSite}`] }
  return { parties, unnamed: phrase('a-party-of-movement') }
}

function mayBeAnswered(
  state: MovementState,
  fact: Exclude<MovementFact, MovementFact<CustodyType>>,
  context: DecisionContext,
): Problem | undefined {
  if (fact.type !== 'waste.movement.corrected') {
    const party = partyOf(fact)
    return mustHoldOneOf(party === undefined ? [] : [party], context)
  }
  const original = state.facts.find(known => known.id === fact.data.corrects)
  if (original === undefined) return mayBeCorrectedLater(state, fact, context)
  if (!isCustody(original)) return invalidEvent([fieldError('/data/corrects', 'corrects-correction')])
  const refused = mayBeSaidAgain(state, original, context)
  if (refused !== undefined) return refused

  const replaced = asFactOf(original.type, fact)
  if ('errors' in replaced) return invalidEvent(replaced.errors)
  if (!keepsItsPlace(original, replaced.fact))
    return invalidEvent([fieldError('/data/data', 'correction-moves', { slot: placeOf(original) })])
  return undefined
}

/** Before anything is told of the original: whose it is is nobody else’s to learn. */
function mayBeSaidAgain(
  state: MovementState,
  original: MovementFact<CustodyType>,
  context: DecisionContext,
): Problem | undefined {
  if (context.speaker.role === 'service') return undefined
  return mustHoldOneOf(speakersFor(state, original).parties, context, phrase('party-of-original'))
}

/**
 * A correction that arrives before its original is recorded when its payload is whole for some type, and the key may speak
 * for the party it names. Once the original is there it counts only if it names the same party (`keepsItsPlace`).
 */
function mayBeCorrectedLater(
  state: MovementState,
  fact: MovementFact<'waste.movement.corrected'>,
  context: DecisionContext,
): Problem | undefined {
  let refused: Problem | undefined
  for (const type of custodyTypes) {
    const candidate = asFactOf(type, fact)
    if ('errors' in candidate) continue
    refused = mayBeSaid(state, candidate.fact, context, phrase('party-of-original'))
    if (refused === undefined) return undefined
  }
  return refused ?? invalidEvent([fieldError('/data/data', 'corrects-no-type')])
}

const custodyTypes = Object.keys(movementEvents).filter(
  (type): type is CustodyType =>
    type !== 'waste.movement.corrected' &&
    type !== 'waste.movement.correction-approved' &&
    type !== 'waste.movement.correction-declined',
)

/** The payload of a correction as a fact of a type, or where it breaks the schema of that type. */
function asFactOf(
  type: CustodyType,
  correction: MovementFact<'waste.movement.corrected'>,
): { readonly fact: MovementFact<CustodyType> } | { readonly errors: readonly FieldError[] } {
  const parsed = movementEvents[type].data.safeParse(correction.data.data, { reportInput: true })
  if (!parsed.success) return { errors: fieldErrorsOf(parsed.error, '/data/data') }
  // The schema that has just accepted the payload is the one of this type.
  return { fact: { ...correction, type, data: parsed.data } as MovementFact<CustodyType> }
}

function placeOf(original: MovementFact<CustodyType>): Wording {
  const slot = slotWords(original)
  const party = partyOf(original)
  return party === undefined ? slot : phrase('slot-of-party', { slot, party })
}
