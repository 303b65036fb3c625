import type { FoldedEvent } from '@athar/projections/projection.ts'
import { asItCounts } from './naive-corrections.ts'

/**
 * The mass journal of DESIGN §4 once more, as naively as it can be said: lists and loops over all events, nothing kept,
 * nothing shared with the projection but the events. What the views answer is held against it.
 */

export interface Moment {
  readonly asOfMs?: number | undefined
  readonly knownAt?: number | undefined
}

/** So much, into an account (above zero) or out of it, at a time. */
export interface Line {
  readonly account: string
  readonly grams: number
  readonly atMs: number
}

/** What is in each account, in grams; none that is empty. `stock S-1 170405`, `lot S-1 170405 L-7`, `fate R4`, `produced`, … */
export function naiveBooks(events: readonly FoldedEvent[], { asOfMs, knownAt }: Moment = {}): Map<string, number> {
  const known = events.filter(event => knownAt === undefined || event.position <= knownAt)
  const sums = new Map<string, number>()
  for (const { account, grams, atMs } of linesOf(known))
    if (asOfMs === undefined || atMs <= asOfMs) sums.set(account, (sums.get(account) ?? 0) + grams)
  return new Map([...sums].filter(([, grams]) => grams !== 0))
}

/** Everything that was moved, in no order. */
export function linesOf(events: readonly FoldedEvent[]): readonly Line[] {
  const streams = Map.groupBy(events, ({ stream }) => stream)
  return [...streams.values()].flatMap(said => {
    const [first] = said
    if (first?.family === 'movement') return movementLines(first.subject, said)
    if (first?.family === 'treatment') return said.flatMap(treatmentLines)
    return first?.family === 'lot' ? said.flatMap(lotLines) : []
  })
}

/** Fields of any payload. Those that one type must have and others have not are written as if all had them. */
interface Payload {
  readonly fromSite?: string
  readonly site: string
  readonly waste?: { readonly code: string }
  readonly code: string
  readonly kg?: number
  readonly lots?: readonly { readonly lot: string; readonly kg: number }[]
  readonly lostKg?: number
  readonly netKg: number
  readonly acceptedKg: number
  readonly refusedKg: number
  readonly lot?: string
  readonly operation: string
  readonly inputs: readonly { readonly lot: string; readonly code: string; readonly kg: number }[]
  readonly outputs?: readonly { readonly lot: string; readonly waste: { readonly code: string }; readonly kg: number }[]
  readonly lossKg?: number
}

function payloadOf({ data }: FoldedEvent): Payload {
  return data as Payload // the log holds valid ones only; each reader below looks at the fields that its type has
}

function movementLines(movement: string, said: readonly FoldedEvent[]): readonly Line[] {
  const now = asItCounts(said).map(event => ({ ...event, data: payloadOf(event) }))
  const of = (type: string) => now.filter(event => event.type === `waste.movement.${type}`)
  const [declaration] = of('declared')
  const [pickUp] = of('picked-up')
  const receipts = of('received')
  const losses = of('incident-reported').filter(({ data }) => data.lostKg !== undefined)

  const from = declaration?.data.fromSite ?? pickUp?.data.fromSite ?? 'unknown'
  const found = receipts.find(({ data }) => data.waste !== undefined)
  const code = declaration?.data.waste?.code ?? pickUp?.data.waste?.code ?? found?.data.waste?.code ?? 'unknown'
  const taken = gramsOf(pickUp?.data.kg ?? declaration?.data.kg ?? receipts[0]?.data.netKg ?? 0)

  const lines: Line[] = []
  if (pickUp !== undefined) {
    const atMs = pickUp.timeMs
    const lots = declaration?.data.lots
    lines.push({ account: 'transit', grams: taken, atMs })
    if (lots === undefined) lines.push({ account: 'produced', grams: -taken, atMs })
    else
      for (const [place, share] of sharesOf(
        taken,
        lots.map(({ kg }) => gramsOf(kg)),
      ).entries())
        lines.push(...stockLines(from, code, lots[place]?.lot ?? '', -share, atMs))
  }
  for (const { data, timeMs } of losses) {
    lines.push({ account: 'transit', grams: -gramsOf(data.lostKg ?? 0), atMs: timeMs })
    lines.push({ account: 'loss', grams: gramsOf(data.lostKg ?? 0), atMs: timeMs })
  }
  for (const [place, { data, timeMs: atMs }] of receipts.entries()) {
    const before = receipts[place - 1]
    const net = gramsOf(data.netKg)
    const refused = gramsOf(data.refusedKg)
    const isLastOfAll = place === receipts.length - 1 && refused === 0
    const lost = losses
      .filter(({ timeMs }) => (before === undefined || timeMs > before.timeMs) && (isLastOfAll || timeMs <= atMs))
      .reduce((sum, loss) => sum + gramsOf(loss.data.lostKg ?? 0), 0)
    const sent = before === undefined ? taken : gramsOf(before.data.refusedKg)
    const expected = before === undefined && pickUp === undefined ? net : sent - lost
    lines.push({ account: 'transit', grams: -(expected - refused), atMs })
    lines.push({ account: 'discrepancy', grams: expected - net, atMs })
    const booked = data.waste?.code ?? code
    lines.push(...stockLines(data.site, booked, data.lot ?? movement, gramsOf(data.acceptedKg), atMs))
  }
  return lines
}

function treatmentLines(event: FoldedEvent): readonly Line[] {
  const { timeMs: atMs } = event
  const { site, operation, inputs, outputs = [], lossKg = 0 } = payloadOf(event)
  const lines = [
    ...inputs.flatMap(({ lot, code, kg }) => stockLines(site, code, lot, -gramsOf(kg), atMs)),
    ...outputs.flatMap(({ lot, waste, kg }) => stockLines(site, waste.code, lot, gramsOf(kg), atMs)),
    { account: 'loss', grams: gramsOf(lossKg), atMs },
  ]
  const booked = lines.filter(({ account }) => !account.startsWith('lot '))
  return [...lines, { account: `fate ${operation}`, grams: -booked.reduce((sum, { grams }) => sum + grams, 0), atMs }]
}

function lotLines(event: FoldedEvent): readonly Line[] {
  const { type, subject, timeMs: atMs } = event
  const { site, waste, code, kg = 0 } = payloadOf(event)
  const counterpart = type === 'waste.lot.produced' ? 'produced' : 'adjusted'
  const lines = stockLines(site, waste?.code ?? code, subject, gramsOf(kg), atMs)
  return [{ account: counterpart, grams: -gramsOf(kg), atMs }, ...lines]
}

function stockLines(site: string, code: string, lot: string, grams: number, atMs: number): readonly Line[] {
  return [
    { account: `stock ${site} ${code}`, grams, atMs },
    { account: `lot ${site} ${code} ${lot}`, grams, atMs },
  ]
}

/** Shares by the largest remainder, in integers of any size. */
function sharesOf(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((added, weight) => added + BigInt(weight), 0n)
  const exact = weights.map(weight => BigInt(total) * BigInt(weight))
  const shares = exact.map(product => Number(product / sum))
  const byRemainder = exact
    .map((product, place) => ({ place, remainder: product % sum }))
    .sort((one, other) => Number(other.remainder - one.remainder) || one.place - other.place)
  const left = total - shares.reduce((added, share) => added + share, 0)
  const rounded = new Set(byRemainder.slice(0, left).map(({ place }) => place))
  return shares.map((share, place) => (rounded.has(place) ? share + 1 : share))
}

function gramsOf(kg: number): number {
  return Math.round(kg * 1000)
}
