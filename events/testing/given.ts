import { expect } from 'vitest'
import { deciders, eventTypeOf, streamOf } from '../catalogue.ts'
import { CodeLists } from '../codes/code-lists.ts'
import type { Decision, Speaker } from '../decision.ts'
import { FoldedDirectory } from '../directory/directory.ts'
import type { SubmittedEvent } from '../envelope.ts'
import type { Family } from '../event-type.ts'
import type { FieldErrorCode } from '../field-errors.ts'
import { inWords, languages, type Values } from '../language.ts'
import { type Problem, type ProblemCode, problemDocument } from '../problems.ts'
import { validateSubmitted } from '../submitted.ts'
import { type Warning, type WarningCode, warningDocument } from '../warnings.ts'
import { service } from './cast.ts'
import { englishIn } from './english.ts'
import { clock } from './events.ts'

/** Who speaks, at what time by the ledger's clock, with which code lists. */
export interface Circumstances {
  readonly speaker?: Speaker
  readonly now?: string
  readonly codes?: CodeLists
}

/**
 * Given what is recorded, when an event comes, then what the ledger answers. The history may hold events of any stream:
 * those of the event's own stream make its state, those of the directory make the directory.
 */
export function given(...history: readonly SubmittedEvent[]) {
  return {
    when(event: SubmittedEvent, circumstances: Circumstances = {}): Outcome {
      return new Outcome(decide(history, event, circumstances))
    },
  }
}

/** What the ledger answered. Each `then…` holds the answer to what the test expects of it. */
export class Outcome {
  readonly decision: Decision

  constructor(decision: Decision) {
    this.decision = decision
    expectWords(decision)
  }

  /** Recorded, with exactly these warnings in any order; a warning given with its values is compared with them, in English. */
  thenRecorded(...expected: readonly (WarningCode | Warning)[]): void {
    const found = this.#warnings()
    expect(found.map(({ code }) => code).sort()).toEqual(
      expected.map(one => (typeof one === 'string' ? one : one.code)).sort(),
    )
    const said = found.map(inEnglish)
    for (const one of expected) if (typeof one !== 'string') expect(said).toContainEqual(inEnglish(one))
  }

  /** Recorded; what was noticed is another test's matter. */
  thenRecordedFlaggedOrNot(): void {
    this.#warnings()
  }

  /** Refused for this reason, whose words in English mention at least these values. */
  thenRefused(code: ProblemCode, values: Values = {}): void {
    expect(inEnglish(this.#refusal())).toMatchObject({ code, values })
  }

  /** Refused as an invalid event, for this finding among others at that place. */
  thenInvalid(pointer: string, code: FieldErrorCode, values: Values = {}): void {
    const refusal = this.#refusal()
    expect(refusal.code).toBe('invalid-event')
    const here = refusal.errors?.filter(error => error.pointer === pointer && error.code === code) ?? []
    expect(here, JSON.stringify(refusal.errors)).toHaveLength(1)
    expect(englishOf(here[0]?.values)).toMatchObject(values)
  }

  #warnings(): readonly Warning[] {
    if ('refused' in this.decision) throw new Error(`refused: ${problemDocument(this.decision.refused, 'en').detail}`)
    return this.decision.warnings
  }

  #refusal(): Problem {
    if ('refused' in this.decision) return this.decision.refused
    throw new Error(`recorded, with the warnings ${JSON.stringify(this.decision.warnings)}`)
  }
}

function decide(
  history: readonly SubmittedEvent[],
  event: SubmittedEvent,
  { speaker = service, now = clock('14:00'), codes = new CodeLists() }: Circumstances,
): Decision {
  const checked = validateSubmitted(event)
  if ('refused' in checked) return checked

  const { family } = checked.type
  const stream = streamOf(family, event.subject)
  const { initialState, decide, evolve } = deciders[family]
  const directory = new FoldedDirectory()
  let state = initialState
  for (const recorded of history.map(validOf)) {
    directory.evolve(recorded)
    if (streamOf(familyOf(recorded), recorded.subject) !== stream) continue
    // A ledger would answer that one as a duplicate, and never decide on it.
    if (recorded.id === event.id) throw new Error(`${event.id} is in the history already: give one of them another id`)
    state = evolve(state, recorded)
  }
  return decide(state, checked.event, { nowMs: Date.parse(now), speaker, directory, codes })
}

/** A history holds only what could have been recorded. */
function validOf(event: SubmittedEvent): SubmittedEvent {
  const checked = validateSubmitted(event)
  if ('refused' in checked)
    throw new Error(`${event.id} could not have been recorded: ${JSON.stringify(checked.refused)}`)
  return checked.event
}

function familyOf({ type }: SubmittedEvent): Family {
  const known = eventTypeOf(type)
  if (known === undefined) throw new Error(`${type} is no event type`)
  return known.family
}

/** Whatever is answered can be said in every language, with every place of its template filled and nothing left in English. */
function expectWords(decision: Decision): void {
  for (const language of languages) {
    const documents =
      'refused' in decision
        ? [problemDocument(decision.refused, language)]
        : decision.warnings.map(one => warningDocument(one, language))
    expect(JSON.stringify(documents)).not.toMatch(/\{\w+\}/)
    if (language !== 'en') expect(englishIn(JSON.stringify(documents))).toEqual([])
  }
}

/** Figures stay figures; words become English. */
function englishOf(values: Values = {}): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : inWords(value, 'en')]),
  )
}

function inEnglish<Said extends { readonly values?: Values }>(said: Said): Said {
  return { ...said, ...(said.values && { values: englishOf(said.values) }) }
}
