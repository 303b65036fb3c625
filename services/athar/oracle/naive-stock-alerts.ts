import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'
import { type Line, linesOf } from './naive-books.ts'
import { asItCounts } from './naive-corrections.ts'
import { type Add, gramsOf, isDangerous, isDangerousCode, type NamedWaste, read } from './naive-statements.ts'

const hourMs = 3_600_000

/** What is in each stock, and in all stocks of a site, at each time at which anything happened or a permit begins or ends. */
export function alertsOfStocks(events: readonly FoldedEvent[], nowMs: number, add: Add): void {
  const lines = linesOf(events).filter(({ account }) => account.startsWith('stock '))
  for (const [account, moved] of Map.groupBy(lines, ({ account }) => account)) {
    const times = moved.map(({ atMs }) => atMs)
    const sinceMs = wrongSince(times, atMs => heldAt(moved, atMs) < 0)
    if (sinceMs !== undefined) add('negative-stock', account.slice('stock '.length).replace(' ', '/'), sinceMs)
  }

  const directory = new FoldedDirectory()
  for (const event of events) directory.evolve(event)
  const stops = events.map(({ data }) => (data as { readonly from?: string }).from) // of suspensions and withdrawals
  for (const [site, moved] of Map.groupBy(lines, ({ account }) => account.split(' ')[1] ?? '')) {
    const permits = directory.permitsOf({ site }).filter(({ capacityKg }) => capacityKg !== undefined)
    if (permits.length === 0) continue
    const allowedAt = (atMs: number) => {
      const inForce = permits.filter(({ id }) => !directory.whyNotInForce(id, Math.min(atMs, nowMs)))
      if (inForce.length === 0) return Infinity
      return inForce.reduce((sum, { capacityKg = 0 }) => sum + gramsOf(capacityKg), 0)
    }
    const days = permits.flatMap(({ validFrom, validTo }) => [midnight(validFrom), midnight(validTo) + 24 * hourMs])
    const changes = [...days, ...stops.map(from => Date.parse(from ?? ''))].filter(atMs => atMs <= nowMs)
    const times = [...moved.map(({ atMs }) => atMs), ...changes]
    const sinceMs = wrongSince(times, atMs => heldAt(moved, atMs) > allowedAt(atMs))
    if (sinceMs !== undefined) add('over-capacity', site, sinceMs)
  }
}

/** What is in each lot, by code, held against all that came into the lot under other codes. */
export function alertsOfLots(events: readonly FoldedEvent[], add: Add): void {
  const lines = linesOf(events).filter(({ account }) => account.startsWith('lot '))
  for (const [account, moved] of Map.groupBy(lines, ({ account }) => account)) {
    const times = moved.map(({ atMs }) => atMs)
    const sinceMs = wrongSince(times, atMs => heldAt(moved, atMs) < 0)
    if (sinceMs === undefined) continue
    const [, site = '', code = '', lot = ''] = account.split(' ')
    const others = cameInto(site, lot, events).filter(({ waste }) => waste.code !== code)
    const isHidden = others.some(({ waste, event }) => isDangerous(waste, event)) && !isDangerousCode(code, sinceMs)
    const kind = isHidden ? 'hazardous-lot-recoded' : others.length > 0 ? 'lot-code-differs' : 'lot-overdrawn'
    add(kind, `${site}/${code}/${lot}`, sinceMs)
  }
}

interface Came {
  readonly waste: NamedWaste
  readonly event: FoldedEvent
}

/** As what waste came into a lot, by each movement or treatment that gave it more than it took, and by what was said of it. */
function cameInto(site: string, lot: string, events: readonly FoldedEvent[]): readonly Came[] {
  return [...Map.groupBy(events, ({ stream }) => stream).values()].flatMap(said => {
    const [first] = said
    if (first === undefined) return []
    const moved = linesOf(said).filter(
      ({ account }) => account.startsWith(`lot ${site} `) && account.endsWith(` ${lot}`),
    )
    if (first.family !== 'lot' && heldAt(moved, Infinity) <= 0) return []
    if (first.family === 'movement') return cameThrough(site, lot, first.subject, said)
    return said.map(read).flatMap(event => {
      const { data } = event
      if (data.site !== site) return []
      const made = (data.outputs ?? []).filter(output => output.lot === lot).map(({ waste }) => ({ waste, event }))
      if (event.family !== 'lot' || event.subject !== lot || (data.kg ?? 0) < 0) return made
      return [{ waste: data.waste ?? { code: data.code }, event }]
    })
  })
}

function cameThrough(site: string, lot: string, movement: string, said: readonly FoldedEvent[]): readonly Came[] {
  const now = asItCounts(said).map(read)
  const waste = ['declared', 'picked-up', 'received']
    .flatMap(type => now.filter(event => event.type === `waste.movement.${type}`))
    .find(({ data }) => data.waste !== undefined)?.data.waste
  return now
    .filter(({ type, data }) => type === 'waste.movement.received' && data.site === site && data.acceptedKg > 0)
    .filter(({ data }) => (data.lot ?? movement) === lot)
    .map(event => ({ waste: event.data.waste ?? waste ?? { code: 'unknown' }, event }))
}

/** From the first of these times to the last, whatever is known to be ahead: since when it is wrong at each of them. */
function wrongSince(timesMs: readonly number[], isWrongAt: (atMs: number) => boolean): number | undefined {
  const inOrder = [...timesMs].sort((one, other) => other - one)
  const right = inOrder.findIndex(atMs => !isWrongAt(atMs))
  return right === -1 ? inOrder.at(-1) : inOrder[right - 1]
}

function heldAt(lines: readonly Line[], atMs: number): number {
  return lines.reduce((sum, line) => (line.atMs <= atMs ? sum + line.grams : sum), 0)
}

/** In Algiers. */
function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00+01:00`)
}
