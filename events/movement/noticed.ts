import type { DecisionContext } from '../decision.ts'
import type { Directory, PermitHolder } from '../directory/directory.ts'
import { noticeLate } from '../late.ts'
import { legalParametersAt } from '../legal-parameters.ts'
import { permitWarning } from '../permit-check.ts'
import type { Warning } from '../warnings.ts'
import { correctedFact } from './correction.ts'
import { noticeCustody, noticeOvertaken } from './custody-rules.ts'
import { type CustodyType, isCustody, type MovementFact } from './fact.ts'
import { type Movement, movementOf } from './movement.ts'
import { permitNeeded } from './permit-needed.ts'
import type { MovementState } from './state.ts'

/** What is noticed about a fact at the moment it is recorded, given what was recorded before it. Never a reason to refuse. */
export function noticed(state: MovementState, fact: MovementFact, context: DecisionContext): readonly Warning[] {
  const found = noticeLate(fact.timeMs, context.nowMs).slice() // V8 leaves room for sixteen more in a list that is spread
  const said = custodySaid(state, fact)
  if (said === undefined) return found

  const movement = movementOf(state)
  const parameters = legalParametersAt(said.timeMs)
  noticeCustody(movement, said, { codes: context.codes, parameters }, found)
  noticeOvertaken(movement, said, found)
  noticePermit(movement, said, context, found)
  return found
}

/** The custody statement in a fact: itself, or, in a correction, the statement in the place of its original. */
function custodySaid(state: MovementState, fact: MovementFact): MovementFact<CustodyType> | undefined {
  if (isCustody(fact)) return fact
  if (fact.type !== 'waste.movement.corrected') return undefined
  const original = state.facts.find(known => known.id === fact.data.corrects)
  return original !== undefined && isCustody(original) ? correctedFact(original, fact) : undefined
}

function noticePermit(
  movement: Movement,
  fact: MovementFact<CustodyType>,
  { codes, directory }: DecisionContext,
  found: Warning[],
): void {
  const need = permitNeeded(movement, fact, codes)
  if (need === undefined) return
  const missing = permitWarning(directory, need.kind, holdersFor(need.holder, directory), need.code, fact.timeMs)
  if (missing) found.push(missing)
}

/** A site is authorised itself, or through the organisation that holds it. */
function holdersFor(holder: PermitHolder, directory: Directory): readonly PermitHolder[] {
  const operator = 'site' in holder ? directory.holderOf(holder.site) : undefined
  return operator === undefined ? [holder] : [holder, { organisation: operator }]
}
