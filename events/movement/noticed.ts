import type { DecisionContext } from '../decision.ts'
import { isHazardous } from '../hazardous.ts'
import { noticeLate } from '../late.ts'
import { type LegalParameters, legalParametersAt } from '../legal-parameters.ts'
import { type Grams, gramsOf, kilograms } from '../mass.ts'
import { permitWarning } from '../permit-check.ts'
import { unknownCodes } from '../unknown-codes.ts'
import { type Warning, warning } from '../warnings.ts'
import { correctedFact } from './correction.ts'
import { type CustodyType, isCustody, type MovementFact } from './fact.ts'
import { announcedWaste, type Movement, movementOf, originSite } from './movement.ts'
import type { MovementState } from './state.ts'

/** What is noticed about a fact at the moment it is recorded, given what was recorded before it. Never a reason to refuse. */
export function noticed(state: MovementState, fact: MovementFact, context: DecisionContext): readonly Warning[] {
  const parameters = legalParametersAt(fact.timeMs)
  const found: Warning[] = [...noticeLate(fact, context)]
  const said = custodySaid(state, fact)
  if (said !== undefined) noticeCustody(movementOf(state), said, context, parameters, found)
  return found
}

/** The custody statement in a fact: itself, or, in a correction, the statement in the place of its original. */
function custodySaid(state: MovementState, fact: MovementFact): MovementFact<CustodyType> | undefined {
  if (isCustody(fact)) return fact
  if (fact.type !== 'waste.movement.corrected') return undefined
  const original = state.facts.find(known => known.id === fact.data.corrects)
  return original !== undefined && isCustody(original) ? correctedFact(original, fact) : undefined
}

function noticeCustody(
  movement: Movement,
  fact: MovementFact<CustodyType>,
  context: DecisionContext,
  parameters: LegalParameters,
  found: Warning[],
): void {
  switch (fact.type) {
    case 'waste.movement.declared':
      noticeDeclaration(fact, context, found)
      return
    case 'waste.movement.picked-up':
      noticeDeclarationMissing(movement, found)
      noticeCancelled(movement, found)
      noticeCarrier(fact.data.carrier, movement.declaration?.data.carriers, found)
      noticeOrder(fact, [], [...movement.handOvers, ...movement.receipts], found)
      noticeTransport(movement, fact, context, found)
      return
    case 'waste.movement.handed-over':
      noticeDeclarationMissing(movement, found)
      noticePickUpMissing(movement, found)
      noticeCancelled(movement, found)
      noticeCarrier(fact.data.fromCarrier, holdersBefore(movement, fact), found)
      noticeOrder(fact, movement.pickUp ? [movement.pickUp] : [], movement.receipts, found)
      return
    case 'waste.movement.received':
      noticeDeclarationMissing(movement, found)
      noticePickUpMissing(movement, found)
      noticeCancelled(movement, found)
      noticeReceipt(movement, fact, context, parameters, found)
      return
    case 'waste.movement.redirected':
    case 'waste.movement.incident-reported':
      noticeDeclarationMissing(movement, found)
      noticeCancelled(movement, found)
      return
    case 'waste.movement.cancelled':
      return
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
    found.push(warning('unexpected-carrier', { carrier, expected: expected.join(', ') }))
}

/** Who may hold the load just before a hand-over: the carrier that picked it up, and those it was handed over to. */
function holdersBefore(movement: Movement, handOver: MovementFact<'waste.movement.handed-over'>): readonly string[] {
  const holders = movement.pickUp ? [movement.pickUp.data.carrier] : []
  for (const other of movement.handOvers)
    if (other.id !== handOver.id && other.timeMs <= handOver.timeMs) holders.push(other.data.toCarrier)
  return holders
}

/** Custody times run forward: a pick-up, then hand-overs, then receipts. */
function noticeOrder(
  fact: MovementFact<CustodyType>,
  earlier: readonly MovementFact<CustodyType>[],
  later: readonly MovementFact<CustodyType>[],
  found: Warning[],
): void {
  const precedes = earlier.find(other => other.timeMs > fact.timeMs)
  const follows = later.find(other => other.timeMs < fact.timeMs)
  if (precedes !== undefined) found.push(warning('time-order', { event: nameOf(fact), other: nameOf(precedes) }))
  else if (follows !== undefined) found.push(warning('time-order', { event: nameOf(follows), other: nameOf(fact) }))
}

function nameOf({ type }: MovementFact): string {
  return type.slice('waste.movement.'.length)
}

function noticeDeclaration(
  { time, data }: MovementFact<'waste.movement.declared'>,
  context: DecisionContext,
  found: Warning[],
): void {
  found.push(...unknownCodes([data.waste], time, context.codes))
  if (data.acceptanceCertificate === undefined && isHazardous(data.waste, time, context.codes))
    found.push(warning('certificate-missing'))
}

/** Hazardous waste is carried under an authorisation (decree 04-409). */
function noticeTransport(
  movement: Movement,
  fact: MovementFact<'waste.movement.picked-up'>,
  context: DecisionContext,
  found: Warning[],
): void {
  if (fact.data.waste !== undefined) found.push(...unknownCodes([fact.data.waste], fact.time, context.codes))
  const waste = announcedWaste(movement) ?? fact.data.waste
  if (waste === undefined || !isHazardous(waste, fact.time, context.codes)) return
  const holders = [{ organisation: fact.data.carrier }]
  const missing = permitWarning(context.directory, 'transport', holders, waste.code, fact.timeMs)
  if (missing) found.push(missing)
}

function noticeReceipt(
  movement: Movement,
  fact: MovementFact<'waste.movement.received'>,
  context: DecisionContext,
  parameters: LegalParameters,
  found: Warning[],
): void {
  const { data, time, timeMs } = fact
  noticeSite(movement, data.site, found)
  noticeOrder(fact, [...(movement.pickUp ? [movement.pickUp] : []), ...movement.handOvers], [], found)

  const announced = announcedWaste(movement)
  if (data.waste !== undefined) found.push(...unknownCodes([data.waste], time, context.codes))
  if (data.waste !== undefined && announced !== undefined && data.waste.code !== announced.code)
    found.push(warning('code-differs', { found: data.waste.code, announced: announced.code }))

  noticeWeight(movement, fact, parameters, found)

  // Hazardous waste goes only to an installation authorised for it (law 01-19, art. 19). A refused load did not go in.
  const waste = data.waste ?? announced
  if (data.outcome === 'refused' || waste === undefined || !isHazardous(waste, time, context.codes)) return
  const operator = context.directory.holderOf(data.site)
  const holders = operator === undefined ? [{ site: data.site }] : [{ site: data.site }, { organisation: operator }]
  const missing = permitWarning(context.directory, 'treatment', holders, waste.code, timeMs)
  if (missing) found.push(missing)
}

/** A load is expected where the declaration sends it, and wherever a redirection does. */
function noticeSite(movement: Movement, site: string, found: Warning[]): void {
  const expected = movement.redirections.map(({ data }) => data.toSite)
  if (movement.declaration !== undefined) expected.unshift(movement.declaration.data.toSite)
  const from = originSite(movement)
  const returned = site === from && movement.receipts.some(({ data }) => data.outcome !== 'accepted')
  if (expected.length > 0 && !expected.includes(site) && !returned)
    found.push(warning('unexpected-site', { site, expected: expected.join(', ') }))
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
  const before = movement.receipts.findLast(other => other.id !== fact.id && other.timeMs <= fact.timeMs)
  if (before !== undefined) return gramsOf(before.data.refusedKg)
  const kg = movement.pickUp?.data.kg ?? movement.declaration?.data.kg
  return kg === undefined ? undefined : gramsOf(kg)
}
