import { readUnversioned } from '../event-type.ts'
import type { Party } from '../speaking.ts'
import { essentialsOf } from './essentials.ts'
import { answeringParty, type CustodyType, isCustody, type MovementFact, partyOf, slotOf } from './fact.ts'
import { type MovementPayloads, movementEvents } from './schema.ts'
import type { MovementState } from './state.ts'
import { Witnesses } from './witnesses.ts'

/**
 * What became of a correction. `waiting`: another party acted in between and has not answered. `unmatched`: its original
 * has not come yet, or is of another kind than the payload.
 */
export type CorrectionStanding = 'effective' | 'superseded' | 'waiting' | 'declined' | 'unmatched'

export interface Correction {
  readonly fact: MovementFact<'waste.movement.corrected'>
  readonly standing: CorrectionStanding
  /** Parties whose event lies between the original and the correction: each of them may answer it. */
  readonly answerableBy: readonly Party[]
}

/** What was said of a movement, with its corrections applied. */
export interface Corrected {
  /** The custody facts as they count today: each original with the payload of its newest effective correction. */
  readonly facts: readonly MovementFact<CustodyType>[]
  /** Every correction with its standing, in order of time. */
  readonly corrections: readonly Correction[]
}

/** Applies the corrections. Depends only on the set of facts, never on the order in which they came. */
export function correct({ facts }: MovementState): Corrected {
  return facts.every(isCustody) ? { facts, corrections: none } : readCorrections({ facts })
}

const none: readonly Correction[] = []

/** Every correction with its standing, in order of time. */
export function correctionsOf(state: MovementState): readonly Correction[] {
  return correct(state).corrections
}

/** The payload of a correction as a fact in the place of its original; `undefined` when it does not fit there. */
export function correctedFact(
  original: MovementFact<CustodyType>,
  correction: MovementFact<'waste.movement.corrected'>,
): MovementFact<CustodyType> | undefined {
  const payload = correctedPayload(original.type, correction)
  if (payload === undefined) return undefined
  const replaced = { ...original, data: essentialsOf(original.type, payload) } as MovementFact<CustodyType>
  return keepsItsPlace(original, replaced) ? replaced : undefined
}

/** What a corrected payload was read as. A movement is asked about again and again, and reading it with its schema costs. */
const readPayloads = new WeakMap<object, { readonly type: CustodyType; readonly payload: unknown }>()

/** The payload of a correction in the newest version of a type; `undefined` when no version of that type takes it. */
export function correctedPayload<Type extends CustodyType>(
  type: Type,
  { data }: MovementFact<'waste.movement.corrected'>,
): MovementPayloads[Type] | undefined {
  const known = readPayloads.get(data.data)
  const payload = known?.type === type ? known.payload : readUnversioned(movementEvents[type], data.data)
  if (known?.type !== type) readPayloads.set(data.data, { type, payload })
  return payload as MovementPayloads[Type] | undefined // a schema of this type has accepted it
}

/** A correction stays in the slot of its original and speaks for the same party: otherwise it would be another event. */
export function keepsItsPlace(original: MovementFact, replaced: MovementFact): boolean {
  return slotOf(original) === slotOf(replaced) && partyOf(original) === partyOf(replaced)
}

function readCorrections(state: MovementState): Corrected {
  const originals = new Map(state.facts.filter(isCustody).map(fact => [fact.id, fact]))
  const current = new Map(originals)
  const effectiveFor = new Map<string, number>() // original id → place of its effective correction in `corrections`
  const corrections: Correction[] = []
  const witnesses = new Witnesses(state)
  const answers = answersIn(state)

  for (const fact of state.facts) {
    if (fact.type !== 'waste.movement.corrected') continue
    const original = originals.get(fact.data.corrects)
    const replaced = original && correctedFact(original, fact)
    if (original === undefined || replaced === undefined) {
      corrections.push({ fact, standing: 'unmatched', answerableBy: [] })
      continue
    }
    const answerableBy = witnesses.between(original, fact)
    const standing = standingOf(answers.get(fact.id) ?? [], answerableBy)
    if (standing === 'effective') {
      const earlier = effectiveFor.get(original.id)
      const superseded = earlier === undefined ? undefined : corrections[earlier]
      if (earlier !== undefined && superseded) corrections[earlier] = { ...superseded, standing: 'superseded' }
      effectiveFor.set(original.id, corrections.length)
      current.set(original.id, replaced)
    }
    corrections.push({ fact, standing, answerableBy })
  }
  return { facts: [...current.values()], corrections }
}

type Answer = MovementFact<'waste.movement.correction-approved' | 'waste.movement.correction-declined'>

/** The answers in a movement, by the correction that they answer. */
function answersIn({ facts }: MovementState): ReadonlyMap<string, readonly Answer[]> {
  const answers = facts.filter(
    (fact): fact is Answer =>
      fact.type === 'waste.movement.correction-approved' || fact.type === 'waste.movement.correction-declined',
  )
  return Map.groupBy(answers, ({ data }) => data.correction)
}

/** It takes effect when one of those parties approves (DESIGN §4): that another one declines does not undo what one has agreed to. */
function standingOf(answers: readonly Answer[], answerableBy: readonly Party[]): CorrectionStanding {
  if (answerableBy.length === 0) return 'effective'
  const counting = answers.filter(answer => answerableBy.includes(answeringParty(answer.data.by)))
  if (counting.some(({ type }) => type === 'waste.movement.correction-approved')) return 'effective'
  return counting.length > 0 ? 'declined' : 'waiting'
}
