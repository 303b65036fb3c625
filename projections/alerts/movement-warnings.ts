import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { Position } from '@athar/events/envelope.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import { noticeCustody } from '@athar/events/movement/custody-rules.ts'
import type { CustodyType, MovementFact } from '@athar/events/movement/fact.ts'
import { type Movement, movementOf } from '@athar/events/movement/movement.ts'
import { isBefore } from '@athar/events/movement/state.ts'
import type { Warning } from '@athar/events/warnings.ts'
import type { MovementDocument } from '../custody/documents.ts'
import { judgedBy, positionsOf } from './proof.ts'
import { recordedLate } from './recorded-late.ts'

/** A warning of a movement as it is known now; `warningDocument` of `events/warnings.ts` puts it into words. */
export interface MovementWarning {
  readonly warning: Warning
  /** The event it is about. A missing declaration or pick-up is about the first event, by time, that needs it. */
  readonly fact: MovementFact
  /** When that event happened. */
  readonly sinceMs: number
  /** The events that prove it. */
  readonly positions: readonly Position[]
  /** The version of the legal parameters it was judged by. */
  readonly rules: string
}

interface Finding {
  readonly warning: Warning
  readonly fact: MovementFact
  /** What it was judged by. */
  readonly proof: readonly MovementFact[]
}

const nothing: readonly MovementWarning[] = []

/**
 * What is wrong with a movement by all that is known of it, corrections applied: the rules of the moment of recording,
 * asked of the whole. What was missing and has come, and what was wrong and is corrected, is no warning any more. Does not
 * depend on the order of arrival, but for `recorded-late`, which is about it. Permits are not judged here.
 */
export function movementWarnings(
  document: MovementDocument,
  codes: CodeLists,
  movement: Movement = movementOf(document),
): readonly MovementWarning[] {
  const findings: Finding[] = []
  findLate(document, findings)
  findInCustody(movement, codes, findings)
  if (findings.length === 0) return nothing
  return findings
    .map(({ warning, fact, proof }) => ({
      warning,
      fact,
      sinceMs: fact.timeMs,
      positions: positionsOf(document, movement, proof),
      rules: legalParametersAt(fact.timeMs).version,
    }))
    .sort((one, other) => one.sinceMs - other.sinceMs)
}

function findLate({ facts }: MovementDocument, findings: Finding[]): void {
  for (const fact of facts) for (const warning of recordedLate(fact)) findings.push({ warning, fact, proof: [fact] })
}

function findInCustody(movement: Movement, codes: CodeLists, findings: Finding[]): void {
  const noticed: Warning[] = [] // one for all, as most movements leave it empty
  for (const fact of custodyOf(movement)) {
    noticeCustody(movement, fact, { codes, parameters: legalParametersAt(fact.timeMs) }, noticed)
    for (const warning of noticed)
      if (isMissing(warning)) waitFor(warning, fact, findings)
      else findings.push({ warning, fact, proof: judgedBy(warning.code, movement, fact) })
    noticed.length = 0
  }
}

/** The statements that rules are about; a cancellation is right whatever else is known. */
function custodyOf(movement: Movement): readonly MovementFact<CustodyType>[] {
  const { declaration, pickUp, handOvers, receipts, redirections, incidents } = movement
  const facts: MovementFact<CustodyType>[] = [...handOvers, ...receipts, ...redirections, ...incidents]
  if (declaration !== undefined) facts.push(declaration)
  if (pickUp !== undefined) facts.push(pickUp)
  return facts
}

function isMissing({ code }: Warning): boolean {
  return code === 'declaration-missing' || code === 'pickup-missing'
}

/** What is missing is missing once, for all that need it. */
function waitFor(warning: Warning, fact: MovementFact, findings: Finding[]): void {
  const place = findings.findIndex(found => found.warning.code === warning.code)
  const known = findings[place]
  if (known === undefined) {
    findings.push({ warning, fact, proof: [fact] })
    return
  }
  const proof = [...known.proof, fact]
  findings[place] = { warning, fact: isBefore(fact, known.fact) ? fact : known.fact, proof }
}
