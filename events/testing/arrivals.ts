import fc from 'fast-check'
import { CodeLists } from '../codes/code-lists.ts'
import type { Decider } from '../decision.ts'
import { FoldedDirectory } from '../directory/directory.ts'
import type { SubmittedEvent } from '../envelope.ts'
import { problemDocument } from '../problems.ts'
import { service } from './cast.ts'

/** The same events in some order, with some of them sent again: what a ledger sees of trucks that were offline. */
export function arrivalsOf<Event extends SubmittedEvent>(events: readonly Event[]): fc.Arbitrary<readonly Event[]> {
  return fc.subarray([...events]).chain(again => {
    const sent = [...events, ...again]
    return fc.shuffledSubarray(sent, { minLength: sent.length })
  })
}

/** A story, and two ways in which its events may arrive. */
export function toldTwice<Event extends SubmittedEvent>(story: fc.Arbitrary<readonly Event[]>) {
  return story.chain(events => fc.tuple(arrivalsOf(events), arrivalsOf(events)))
}

const codes = new CodeLists()
const nowMs = Date.parse('2026-11-23T00:00:00Z')

/**
 * Records what arrives in one stream the way a ledger does, for a service: an event that is there already is skipped, any
 * other is decided on. Returns the state of the stream, and throws when an event is refused.
 */
export function record<State>(decider: Decider<State>, arrivals: readonly SubmittedEvent[]): State {
  const directory = new FoldedDirectory()
  const recorded = new Set<string>()
  let state = decider.initialState
  for (const event of arrivals) {
    if (recorded.has(event.id)) continue
    const decision = decider.decide(state, event, { nowMs, speaker: service, directory, codes })
    if ('refused' in decision)
      throw new Error(`${event.type} ${event.id} is refused: ${problemDocument(decision.refused, 'en').detail}`)
    state = decider.evolve(state, event)
    recorded.add(event.id)
  }
  return state
}
