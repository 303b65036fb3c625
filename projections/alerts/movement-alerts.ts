import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { Wording } from '@athar/events/language.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import { gramsOf } from '@athar/events/mass.ts'
import type { Correction } from '@athar/events/movement/correction.ts'
import type { MovementFact } from '@athar/events/movement/fact.ts'
import { type Movement, originSite } from '@athar/events/movement/movement.ts'
import { enumerated, phrase } from '@athar/events/phrases.ts'
import { type Party, readParty } from '@athar/events/speaking.ts'
import type { MovementDocument } from '../custody/documents.ts'
import { stateOf } from '../movements/state-of-movement.ts'
import type { AlertName, DocumentAlert } from './document-alert.ts'
import { type MovementWarning, movementWarning, movementWarnings } from './movement-warnings.ts'
import { positionsOf } from './proof.ts'

const hourMs = 3_600_000
const nothing: readonly DocumentAlert[] = []

/** What is wrong with a movement, or will be when a deadline runs out, by all that is known of it. */
export function movementAlerts(
  document: MovementDocument,
  codes: CodeLists,
  movement: Movement,
): readonly DocumentAlert[] {
  const warnings = movementWarnings(document, codes, movement)
  const standing = standingAlert(document, movement)
  if (warnings.length === 0 && standing === undefined && movement.corrections.length === 0) return nothing
  return [
    ...warnings.map(warning => fromWarning(warning, movement)),
    ...(standing === undefined ? [] : [standing]),
    ...waitingCorrections(document, movement),
  ]
}

/** One of these alerts, without all that is needed for others only; `undefined` when there is no such alert. */
export function movementAlert(
  name: AlertName,
  document: MovementDocument,
  codes: CodeLists,
  movement: Movement,
): DocumentAlert | undefined {
  switch (name.kind) {
    case 'in-transit-too-long':
    case 'refused-not-redirected':
    case 'load-lost': {
      const standing = standingAlert(document, movement)
      return standing?.kind === name.kind && standing.event === name.event ? standing : undefined
    }
    case 'correction-waiting':
      return waitingCorrections(document, movement).find(({ event }) => event === name.event)
    default: {
      const warning = movementWarning(name, document, codes, movement)
      return warning && fromWarning(warning, movement)
    }
  }
}

function fromWarning({ warning, fact, sinceMs, positions, rules }: MovementWarning, movement: Movement): DocumentAlert {
  return {
    kind: warning.code,
    event: fact.id,
    sinceMs,
    site: siteOf(fact, movement),
    cases: [warning.values ?? {}],
    positions,
    rules,
  }
}

/** A receipt is the plant's; all else is put right where the load comes from, or, as long as nobody says where, where it went. */
function siteOf(fact: MovementFact, movement: Movement): string | undefined {
  if (fact.type === 'waste.movement.received') return fact.data.site
  return originSite(movement) ?? movement.receipts[0]?.data.site
}

/** Where the load is and should not stay: on the way, or before a gate that has refused it; or that nothing is left of it. */
function standingAlert(document: MovementDocument, movement: Movement): DocumentAlert | undefined {
  switch (stateOf(movement)) {
    case 'in-transit':
      return loadLost(document, movement) ?? inTransitTooLong(document, movement)
    case 'refused':
      return loadLost(document, movement) ?? refusedNotRedirected(document, movement)
    default:
      return undefined
  }
}

function inTransitTooLong(document: MovementDocument, movement: Movement): DocumentAlert | undefined {
  const departure = departureOf(movement)
  if (departure === undefined) return undefined
  const { version, inTransitHours } = legalParametersAt(departure.timeMs)
  return {
    kind: 'in-transit-too-long',
    event: departure.id,
    sinceMs: departure.timeMs + inTransitHours * hourMs,
    site: siteOf(departure, movement),
    cases: [{ departed: departure.time, hours: inTransitHours }],
    positions: positionsOf(document, movement, [departure]),
    rules: version,
  }
}

/** What put the load on the way it is on: its redirection after a refusal, else its pick-up, else its first hand-over. */
function departureOf({ pickUp, handOvers, receipts, redirections }: Movement): MovementFact | undefined {
  const refused = receipts.at(-1)
  if (refused === undefined) return pickUp ?? handOvers[0]
  return redirections.find(({ timeMs }) => timeMs >= refused.timeMs)
}

/**
 * Of a load that was lost whole nobody receives anything, and it would be waited for without end. What was lost on the way to
 * a gate was not of what that gate refused, as in the mass journal.
 */
function loadLost(document: MovementDocument, movement: Movement): DocumentAlert | undefined {
  const { declaration, pickUp, receipts, incidents } = movement
  if (incidents.length === 0) return undefined
  const gate = receipts.at(-1)
  const kg = gate?.data.refusedKg ?? pickUp?.data.kg ?? declaration?.data.kg
  if (kg === undefined) return undefined
  const lossesAfter = incidents.filter(
    ({ data, timeMs }) => data.lostKg !== undefined && !(gate && timeMs <= gate.timeMs),
  )
  let lost = 0
  for (const [place, last] of lossesAfter.entries()) {
    lost += gramsOf(last.data.lostKg ?? 0)
    if (lost === 0 || lost < gramsOf(kg)) continue
    const departure = departureOf(movement)
    return {
      kind: 'load-lost',
      event: last.id,
      sinceMs: last.timeMs,
      site: siteOf(last, movement),
      cases: [{ kg, lost: lost / 1000 }],
      positions: positionsOf(document, movement, [
        ...(departure ? [departure] : []),
        ...lossesAfter.slice(0, place + 1),
      ]),
      rules: legalParametersAt(last.timeMs).version,
    }
  }
  return undefined
}

/** A refusal is written to the holder and the minister (law 01-19, art. 22); the load must not stay at the gate. */
function refusedNotRedirected(document: MovementDocument, movement: Movement): DocumentAlert | undefined {
  const refusal = movement.receipts.at(-1)
  if (refusal === undefined) return undefined
  const { site, refusedKg } = refusal.data
  return {
    kind: 'refused-not-redirected',
    event: refusal.id,
    sinceMs: refusal.timeMs,
    site,
    cases: [{ site, kg: refusedKg }],
    positions: positionsOf(document, movement, [refusal]),
    rules: legalParametersAt(refusal.timeMs).version,
  }
}

/** Corrections that change nothing yet, because a party that acted in between has not answered. */
function waitingCorrections(document: MovementDocument, movement: Movement): readonly DocumentAlert[] {
  return movement.corrections
    .filter(({ standing }) => standing === 'waiting')
    .map(correction => waitingCorrection(document, movement, correction))
}

/** One of them is enough to answer. */
const partiesListedMax = 10

function partyInWords(party: Party): Wording {
  const { kind, name } = readParty(party)
  return phrase(`the-${kind}`, { name })
}

function waitingCorrection(
  document: MovementDocument,
  movement: Movement,
  { fact, answerableBy }: Correction,
): DocumentAlert {
  const original = document.facts.find(({ id }) => id === fact.data.corrects)
  const answering = answerableBy.map(readParty).find(({ kind }) => kind === 'site')
  return {
    kind: 'correction-waiting',
    event: fact.id,
    sinceMs: fact.timeMs,
    site: answering?.name ?? siteOf(original ?? fact, movement),
    cases: [
      { original: fact.data.corrects, parties: enumerated(answerableBy.slice(0, partiesListedMax).map(partyInWords)) },
    ],
    positions: positionsOf(document, movement, original === undefined ? [fact] : [original, fact]),
    rules: legalParametersAt(fact.timeMs).version,
  }
}
