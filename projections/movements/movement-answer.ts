import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { Waste } from '@athar/events/fields.ts'
import type { Language } from '@athar/events/language.ts'
import { kilograms } from '@athar/events/mass.ts'
import { type Movement, movementOf, originSite } from '@athar/events/movement/movement.ts'
import { type WarningCode, warningDocument } from '@athar/events/warnings.ts'
import { movementWarnings } from '../alerts/movement-warnings.ts'
import type { MovementDocument } from '../custody/documents.ts'
import { wasteOf } from '../custody/waste-of-movement.ts'
import { movementMassOf } from '../mass-ledger/movement-mass.ts'
import { custodyOf, type Holder } from './custody-of-movement.ts'
import { gapsOf, type MovementGap } from './gaps-of-movement.ts'
import { type KgOfMovement, kgOfMovement } from './kg-of-movement.ts'
import { type Leg, legsOf } from './legs-of-movement.ts'
import { destinationOf, type StateOfMovement, stateOf } from './state-of-movement.ts'
import { type TimelineEntry, timelineOf } from './timeline-of-movement.ts'

/** A movement as it is known now, in the words of the wire. */
export interface MovementAnswer {
  readonly id: string
  readonly state: StateOfMovement
  /** The site it comes from; absent while nobody has said. */
  readonly from?: string
  /** The site it is bound for: see `destinationOf`. */
  readonly to?: string
  /** What was announced, else what the first receipt that says so has found. */
  readonly waste?: Waste
  readonly kg: KgOfMovement
  readonly custody: readonly CustodyAnswer[]
  readonly legs: readonly Leg[]
  readonly gaps: readonly MovementGap[]
  /** What is wrong with it by all that is known now; permits are alerts, since they need the directory. */
  readonly warnings: readonly WarningAnswer[]
  readonly timeline: readonly TimelineEntry[]
  readonly revision: number
}

export interface CustodyAnswer {
  readonly holder: Holder
  readonly from: string
  readonly to?: string
  readonly kg?: number
}

export interface WarningAnswer {
  readonly code: WarningCode
  /** In the language of the reader. */
  readonly detail: string
  /** The id of the event it is about. */
  readonly event: string
}

/** In whatever order its events came, a movement reads the same, but for positions, times of recording and what is late. */
export function movementAnswer(
  id: string,
  document: MovementDocument,
  { codes, language }: { readonly codes: CodeLists; readonly language: Language },
): MovementAnswer {
  const movement = movementOf(document)
  const mass = movementMassOf(id, document)
  return {
    id,
    state: stateOf(movement),
    ...endsOf(movement),
    kg: kgOfMovement(movement, mass),
    custody: custodyOf(movement).map(({ holder, from, to, mass }) => ({
      holder,
      from,
      ...(to !== undefined && { to }),
      ...(mass !== undefined && { kg: kilograms(mass) }),
    })),
    legs: legsOf(movement, mass),
    gaps: gapsOf(movement),
    warnings: movementWarnings(document, codes, movement).map(({ warning, fact }) => ({
      ...warningDocument(warning, language),
      event: fact.id,
    })),
    timeline: timelineOf(document, movement),
    revision: revisionOf(document),
  }
}

/** Where it comes from, where it goes, and what it is, as far as somebody has said. */
export function endsOf(movement: Movement): Pick<MovementAnswer, 'from' | 'to' | 'waste'> {
  const from = originSite(movement)
  const to = destinationOf(movement)
  const waste = wasteOf(movement)
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(waste && { waste }) }
}

/** Of the newest event recorded. */
export function revisionOf({ facts }: MovementDocument): number {
  return facts.reduce((newest, { revision }) => Math.max(newest, revision), -1)
}
