import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'
import { asItCounts, waitingIn } from './naive-corrections.ts'
import { type Add, gramsOf, isDangerous, isUnknown, read, type Said } from './naive-statements.ts'
import { alertsOfLots, alertsOfStocks } from './naive-stock-alerts.ts'

/**
 * The alerts once more, rule by rule, from all events: since when each is so, by what the answer of `/v1/alerts` calls it.
 */
export function naiveAlerts(events: readonly FoldedEvent[], nowMs: number): Map<string, string> {
  const found = new Map<string, string>()
  const add = (kind: string, name: string, sinceMs: number) =>
    found.set(`${kind}/${name}`, new Date(sinceMs).toISOString())
  const about = (kind: string, event: FoldedEvent, sinceMs = event.timeMs) =>
    add(kind, `${event.subject}/${event.id}`, sinceMs)

  for (const event of events) {
    if (!['movement', 'lot', 'treatment'].includes(event.family)) continue
    const { recordedLateHours } = legalParametersAt(event.timeMs)
    if (Date.parse(event.recordedAt) - event.timeMs > recordedLateHours * hourMs) about('recorded-late', event)
  }
  for (const said of Map.groupBy(events, ({ stream }) => stream).values()) {
    if (said[0]?.family === 'movement') alertsOfMovement(said, nowMs, about)
    if (said[0]?.family === 'treatment') for (const event of said) alertsOfTreatment(event, about)
    if (said[0]?.family === 'lot') for (const event of said) alertsOfLot(event, about)
  }
  alertsOfPermits(events, add)
  alertsOfStocks(events, nowMs, add)
  alertsOfLots(events, add)
  return found
}

const hourMs = 3_600_000

type About = (kind: string, event: FoldedEvent, sinceMs?: number) => void
function alertsOfMovement(all: readonly FoldedEvent[], nowMs: number, about: About): void {
  for (const correction of waitingIn(all)) about('correction-waiting', correction)
  const now = asItCounts(all).map(read)
  const of = (type: string) => now.filter(event => event.type === `waste.movement.${type}`)
  const [declaration] = of('declared')
  const [pickUp] = of('picked-up')
  const [cancellation] = of('cancelled')
  const handOvers = of('handed-over')
  const receipts = of('received')
  const redirections = of('redirected')
  const waste = declaration?.data.waste ?? pickUp?.data.waste
  const home = declaration?.data.fromSite ?? pickUp?.data.fromSite

  for (const event of now) if (event.data.waste && isUnknown(event.data.waste, event)) about('code-unknown', event)
  const needsDeclaration = now.filter(event => event !== declaration && event !== cancellation)
  const [first] = needsDeclaration
  if (!declaration && first) about('declaration-missing', first)
  const needsPickUp = now.filter(event => handOvers.includes(event) || receipts.includes(event))[0]
  if (!pickUp && needsPickUp) about('pickup-missing', needsPickUp)
  if (cancellation) for (const event of needsDeclaration) about('after-cancellation', event)
  if (declaration?.data.waste && !declaration.data.acceptanceCertificate)
    if (isDangerous(declaration.data.waste, declaration)) about('certificate-missing', declaration)

  const named = declaration?.data.carriers ?? []
  if (pickUp && named.length > 0 && !named.includes(pickUp.data.carrier)) about('unexpected-carrier', pickUp)
  for (const handOver of handOvers) {
    const had = handOvers.filter(other => other !== handOver && other.timeMs <= handOver.timeMs)
    const holders = [...(pickUp ? [pickUp.data.carrier] : []), ...had.map(({ data }) => data.toCarrier)]
    if (holders.length > 0 && !holders.includes(handOver.data.fromCarrier)) about('unexpected-carrier', handOver)
    if (pickUp && pickUp.timeMs > handOver.timeMs) about('time-order', handOver)
  }

  for (const [place, receipt] of receipts.entries()) {
    const { site, netKg, waste: found } = receipt.data
    const bound = [declaration, ...redirections].flatMap(event => (event ? [event.data.toSite] : []))
    const comesHome = site === home && receipts.some(other => other !== receipt && other.data.outcome !== 'accepted')
    if (bound.length > 0 && !bound.includes(site) && !comesHome) about('unexpected-site', receipt)
    if ([pickUp, ...handOvers].some(event => event && event.timeMs > receipt.timeMs)) about('time-order', receipt)
    if (found && waste && found.code !== waste.code) about('code-differs', receipt)
    const due = place > 0 ? receipts[place - 1]?.data.refusedKg : (pickUp?.data.kg ?? declaration?.data.kg)
    const apart = Math.abs(gramsOf(netKg) - gramsOf(due ?? netKg))
    if (apart > 20_000 && apart * 50 > gramsOf(due ?? 0)) about('weight-differs', receipt)
  }

  const refusal = receipts.at(-1)
  if (refusal && refusal.data.refusedKg === 0) return
  const onwards = refusal && redirections.find(({ timeMs }) => timeMs >= refusal.timeMs)
  const departure = refusal ? onwards : (pickUp ?? handOvers[0])
  const load = refusal?.data.refusedKg ?? pickUp?.data.kg ?? declaration?.data.kg
  const losses = of('incident-reported').filter(({ timeMs }) => !refusal || timeMs > refusal.timeMs)
  const lostUntil = (last: number) =>
    losses.slice(0, last + 1).reduce((sum, { data }) => sum + gramsOf(data.lostKg ?? 0), 0)
  const end = losses.find((_, place) => load !== undefined && lostUntil(place) >= Math.max(gramsOf(load), 1))
  if ((refusal || departure) && end) about('load-lost', end)
  else if (refusal && !onwards) about('refused-not-redirected', refusal)
  if (end || !departure) return
  const dueMs = departure.timeMs + legalParametersAt(departure.timeMs).inTransitHours * hourMs
  if (dueMs <= nowMs) about('in-transit-too-long', departure, dueMs)
}

function alertsOfTreatment(event: FoldedEvent, about: About): void {
  const { inputs, outputs, operation } = read(event).data
  const wastes = [...inputs, ...(outputs ?? []).map(({ waste }) => waste)]
  if (wastes.some(waste => isUnknown(waste, event))) about('code-unknown', event)
  const isMixed = inputs.some(one => inputs.some(other => other.code !== one.code && isDangerous(one, event)))
  const [only, ...others] = outputs ?? []
  const isKept = ['D13', 'D14', 'D15', 'R12', 'R13'].includes(operation)
  const isMixture = isKept && only !== undefined && others.length === 0 && isDangerous(only.waste, event)
  const areSeveral = new Set(inputs.map(({ code }) => code)).size > 1
  if (outputs && (isMixed || (areSeveral && isMixture))) about('hazardous-merged', event)
}

function alertsOfLot(event: FoldedEvent, about: About): void {
  const { waste, code } = read(event).data
  if (isUnknown(waste ?? { code }, event)) about('code-unknown', event)
}

/** Each event that needed a permit, held against all permits. */
function alertsOfPermits(events: readonly FoldedEvent[], add: Add): void {
  const directory = new FoldedDirectory()
  for (const event of events) directory.evolve(event)
  const since = new Map<string, number>()
  const need = (group: string, permitKind: string, code: string, event: Said, operation?: string) => {
    const { site, carrier, toCarrier } = event.data
    const organisation = site === undefined ? (carrier ?? toCarrier) : directory.holderOf(site)
    const permits = [
      ...(site === undefined ? [] : directory.permitsOf({ site })),
      ...(organisation === undefined ? [] : directory.permitsOf({ organisation })),
    ].filter(({ kind, wastes }) => kind === permitKind && wastes.some(prefix => code.startsWith(prefix)))
    const fitting = permits.filter(({ operations }) => !operation || !operations || `${operations}`.includes(operation))
    if (fitting.some(({ id }) => directory.whyNotInForce(id, event.timeMs) === undefined)) return
    const by = site === undefined ? `organisation/${organisation}` : `site/${site}`
    const kind = group !== '' ? group : fitting.length > 0 ? 'permit-expired' : 'permit-missing'
    const name = operation ? `${kind}/${by}/${code}/${operation}` : `${kind}/${by}/${permitKind}/${code}`
    since.set(name, Math.min(since.get(name) ?? event.timeMs, event.timeMs))
  }

  for (const [stream, said] of Map.groupBy(events, each => each.stream)) {
    if (stream.startsWith('treatment-'))
      for (const event of said.map(read))
        for (const { code } of event.data.inputs)
          need('treated-without-permit', 'treatment', code, event, event.data.operation)
    if (!stream.startsWith('movement-')) continue
    const now = asItCounts(said).map(read)
    const waste = ['declared', 'picked-up', 'received']
      .flatMap(type => now.filter(event => event.type === `waste.movement.${type}`))
      .find(({ data }) => data.waste !== undefined)?.data.waste
    for (const event of now) {
      const isTakenOver = ['waste.movement.picked-up', 'waste.movement.handed-over'].includes(event.type)
      if (isTakenOver && waste && isDangerous(waste, event)) need('', 'transport', waste.code, event)
      const found = event.data.waste ?? waste
      if (event.type === 'waste.movement.received' && event.data.outcome !== 'refused')
        if (found && isDangerous(found, event)) need('', 'treatment', found.code, event)
    }
  }
  for (const [name, sinceMs] of since) add(name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1), sinceMs)
}
