import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { Position } from '@athar/events/envelope.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import { noticeCustody } from '@athar/events/movement/custody-rules.ts'
import type { CustodyType, MovementFact } from '@athar/events/movement/fact.ts'
import type { Movement } from '@athar/events/movement/movement.ts'
import { isBefore } from '@athar/events/order-of-time.ts'
import type { Warning } from '@athar/events/warnings.ts'
import type { MovementDocument } from '../custody/documents.ts'
import { readMovement } from '../custody/read-movement.ts'
import type { AlertKind } from './alert-kinds.ts'
import type { AlertName } from './document-alert.ts'
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
  movement: Movement = readMovement(document),
): readonly MovementWarning[] {
  const findings: Finding[] = []
  findLate(document, findings)
  findInCustody(movement, codes, findings)
  if (findings.length === 0) return nothing
  return findings.map(found => proved(found, document, movement)).sort((one, other) => one.sinceMs - other.sinceMs)
}

/** One of these warnings, without all that is needed for others only; `undefined` when there is no such warning. */
export function movementWarning(
  { kind, event }: AlertName,
  document: MovementDocument,
  codes: CodeLists,
  movement: Movement,
): MovementWarning | undefined {
  const findings: Finding[] = []
  if (kind === 'recorded-late') findLate(document, findings)
  else if (isMissing(kind)) findInCustody(movement, codes, findings)
  else judgeNamed(event, movement, codes, findings)
  const found = findings.find(({ warning, fact }) => warning.code === kind && fact.id === event)
  return found && proved(found, document, movement)
}

function proved({ warning, fact, proof }: Finding, document: MovementDocument, movement: Movement): MovementWarning {
  return {
    warning,
    fact,
    sinceMs: fact.timeMs,
    positions: positionsOf(document, movement, proof),
    rules: legalParametersAt(fact.timeMs).version,
  }
}

function findLate({ facts }: MovementDocument, findings: Finding[]): void {
  for (const fact of facts) {
    const late = recordedLate(fact)
    if (late.length > 0) for (const warning of late) findings.push({ warning, fact, proof: [fact] })
  }
}

function findInCustody(movement: Movement, codes: CodeLists, findings: Finding[]): void {
  for (const fact of movement.statements) judge(movement, fact, codes, findings)
}

function judgeNamed(event: string, movement: Movement, codes: CodeLists, findings: Finding[]): void {
  const fact = movement.statements.find(({ id }) => id === event)
  if (fact !== undefined) judge(movement, fact, codes, findings)
}

/** One list for all statements, as most of them leave it empty. */
const noticed: Warning[] = []

function judge(movement: Movement, fact: MovementFact<CustodyType>, codes: CodeLists, findings: Finding[]): void {
  noticed.length = 0 // whatever became of the statement before
  noticeCustody(movement, fact, { codes, parameters: legalParametersAt(fact.timeMs) }, noticed)
  for (const warning of noticed)
    if (isMissing(warning.code)) waitFor(warning, fact, findings)
    else findings.push({ warning, fact, proof: judgedBy(warning.code, movement, fact) })
}

function isMissing(code: AlertKind): boolean {
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
