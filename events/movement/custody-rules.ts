import type { CodeLists } from '../codes/code-lists.ts'
import { isHazardous } from '../hazardous.ts'
import type { Wording } from '../language.ts'
import type { LegalParameters } from '../legal-parameters.ts'
import { type Grams, gramsOf, kilograms } from '../mass.ts'
import { namesInWords } from '../names-in-words.ts'
import { isBefore } from '../order-of-time.ts'
import { noticeUnknownCode } from '../unknown-codes.ts'
import { type Warning, warning } from '../warnings.ts'
import type { CustodyType, MovementFact } from './fact.ts'
import { announcedWaste, type Movement, originSite } from './movement.ts'
import { movementEvents } from './schema.ts'

/** What custody statements are judged by, beside the rest of their movement. */
export interface Yardstick {
  readonly codes: CodeLists
  /** Those of the day on which it happened. */
  readonly parameters: LegalParameters
}

/**
 * What is wrong with a custody statement, given the rest of its movement. The movement may hold the statement itself or
 * not: the rules are the same at the moment of recording and for all that is known. Permits are not judged here.
 */
export function noticeCustody(
  movement: Movement,
  fact: MovementFact<CustodyType>,
  yardstick: Yardstick,
  found: Warning[],
): void {
  switch (fact.type) {
    case 'waste.movement.declared':
      noticeDeclaration(fact, yardstick, found)
      return
    case 'waste.movement.picked-up':
      noticeDeclarationMissing(movement, found)
      noticeCancelled(movement, found)
      noticeCarrier(fact.data.carrier, movement.declaration?.data.carriers, found)
      if (fact.data.waste !== undefined) noticeUnknownCode(fact.data.waste, fact.time, yardstick.codes, found)
      return
    case 'waste.movement.handed-over':
      noticeDeclarationMissing(movement, found)
      noticePickUpMissing(movement, found)
      noticeCancelled(movement, found)
      noticeCarrier(fact.data.fromCarrier, holdersBefore(movement, fact), found)
      noticeBefore(fact, precedingPickUp(movement, fact), found)
      return
    case 'waste.movement.received':
      noticeDeclarationMissing(movement, found)
      noticePickUpMissing(movement, found)
      noticeCancelled(movement, found)
      noticeReceipt(movement, fact, yardstick, found)
      return
    case 'waste.movement.redirected':
    case 'waste.movement.incident-reported':
      noticeDeclarationMissing(movement, found)
      noticeCancelled(movement, found)
      return
    case 'waste.movement.cancelled':
      return
    default:
      fact satisfies never // a type of which nobody has said what is worth a warning
  }
}

function noticeDeclarationMissing({ declaration }: Movement, found: Warning[]): void {
  if (declaration === undefined) found.push(warning('declaration-missing'))
}

function noticePickUpMissing({ pickUp }: Movement, found: Warning[]): void {
  if (pickUp === undefined) found.push(warning('pickup-missing'))
}

function noticeCancelled({ cancellation }: Movement, found: Warning[]): void {
  if (cancellation !== undefined) found.push(warning('after-cancellation', { by: cancellation.id }))
}

function noticeCarrier(carrier: string, expected: readonly string[] | undefined, found: Warning[]): void {
  if (expected !== undefined && expected.length > 0 && !expected.includes(carrier))
    found.push(warning('unexpected-carrier', { carrier, expected: namesInWords(expected) }))
}

/** Who may hold the load just before a hand-over: the carrier that picked it up, and those it was handed over to. */
function holdersBefore(movement: Movement, handOver: MovementFact<'waste.movement.handed-over'>): readonly string[] {
  const holders = movement.pickUp ? [movement.pickUp.data.carrier] : []
  for (const other of movement.handOvers)
    if (other.id !== handOver.id && other.timeMs <= handOver.timeMs) holders.push(other.data.toCarrier)
  return holders
}

/** Custody times run forward: a pick-up, then hand-overs, then receipts. `other` happened later, and should not have. */
function noticeBefore(
  fact: MovementFact<CustodyType>,
  other: MovementFact<CustodyType> | undefined,
  found: Warning[],
): void {
  if (other !== undefined) found.push(warning('time-order', { event: nameOf(fact), other: nameOf(other) }))
}

/**
 * The same, seen from the other side: something that should come after this happened before it. Only for the moment of
 * recording; once both are known, the one that is too early is found by `noticeCustody`.
 */
export function noticeOvertaken(
  { handOvers, receipts }: Movement,
  fact: MovementFact<CustodyType>,
  found: Warning[],
): void {
  if (fact.type !== 'waste.movement.picked-up' && fact.type !== 'waste.movement.handed-over') return
  const isEarlier = (other: MovementFact) => other.timeMs < fact.timeMs
  const handOver = fact.type === 'waste.movement.picked-up' ? handOvers.find(isEarlier) : undefined
  const early = handOver ?? receipts.find(isEarlier)
  if (early !== undefined) noticeBefore(early, fact, found)
}

function precedingPickUp({ pickUp }: Movement, { timeMs }: MovementFact): MovementFact<CustodyType> | undefined {
  return pickUp !== undefined && pickUp.timeMs > timeMs ? pickUp : undefined
}

function nameOf({ type }: MovementFact): Wording {
  return { labels: movementEvents[type].label }
}

/** Hazardous waste leaves with a prior acceptance certificate (decree 04-410). */
function noticeDeclaration(
  { time, data }: MovementFact<'waste.movement.declared'>,
  { codes }: Yardstick,
  found: Warning[],
): void {
  noticeUnknownCode(data.waste, time, codes, found)
  if (data.acceptanceCertificate === undefined && isHazardous(data.waste, time, codes))
    found.push(warning('certificate-missing'))
}

function noticeReceipt(
  movement: Movement,
  fact: MovementFact<'waste.movement.received'>,
  { codes, parameters }: Yardstick,
  found: Warning[],
): void {
  const { data, time, timeMs } = fact
  noticeSite(movement, fact, found)
  noticeBefore(fact, precedingPickUp(movement, fact) ?? movement.handOvers.find(other => other.timeMs > timeMs), found)
  if (data.waste !== undefined) {
    const announced = announcedWaste(movement)
    noticeUnknownCode(data.waste, time, codes, found)
    if (announced !== undefined && data.waste.code !== announced.code)
      found.push(warning('code-differs', { found: data.waste.code, announced: announced.code }))
  }
  noticeWeight(movement, fact, parameters, found)
}

/** A load is expected where the declaration sends it, wherever a redirection does, and at home once it was refused. */
function noticeSite(movement: Movement, fact: MovementFact<'waste.movement.received'>, found: Warning[]): void {
  const { declaration, redirections, receipts } = movement
  const { site } = fact.data
  if (declaration?.data.toSite === site || redirections.some(({ data }) => data.toSite === site)) return
  if (declaration === undefined && redirections.length === 0) return // nobody has said where it goes
  const refused = receipts.some(other => other.id !== fact.id && other.data.outcome !== 'accepted')
  if (refused && site === originSite(movement)) return
  const expected = redirections.map(({ data }) => data.toSite)
  if (declaration !== undefined) expected.unshift(declaration.data.toSite)
  found.push(warning('unexpected-site', { site, expected: namesInWords(expected) }))
}

function noticeWeight(
  movement: Movement,
  fact: MovementFact<'waste.movement.received'>,
  parameters: LegalParameters,
  found: Warning[],
): void {
  const takenOver = massTakenOver(movement, fact)
  if (takenOver === undefined) return
  const received = gramsOf(fact.data.netKg)
  const apart = Math.abs(received - takenOver)
  const { weightTolerancePercent: percent, weightToleranceKg } = parameters
  if (apart > (takenOver * percent) / 100 && apart > gramsOf(weightToleranceKg))
    found.push(
      warning('weight-differs', {
        received: fact.data.netKg,
        takenOver: kilograms(takenOver),
        percent,
        kg: weightToleranceKg,
      }),
    )
}

/** What this receipt should find: on the first leg the mass taken over, on a later one what the receipt before refused. */
function massTakenOver(movement: Movement, fact: MovementFact<'waste.movement.received'>): Grams | undefined {
  const before = receiptBefore(movement, fact)
  if (before !== undefined) return gramsOf(before.data.refusedKg)
  const kg = movement.pickUp?.data.kg ?? movement.declaration?.data.kg
  return kg === undefined ? undefined : gramsOf(kg)
}

/** The receipt just before another, in order of `time`, then id. */
export function receiptBefore(
  { receipts }: Movement,
  receipt: MovementFact<'waste.movement.received'>,
): MovementFact<'waste.movement.received'> | undefined {
  return receipts.findLast(other => isBefore(other, receipt))
}
