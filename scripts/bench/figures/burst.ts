import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { EventSource } from '../event-bodies.ts'
import type { Figure, Scale } from '../figure.ts'
import { LedgerProcess, withoutViews } from '../ledger-process.ts'
import { load, request } from '../load.ts'
import { percentile } from '../statistics.ts'

/** A crowd that comes all at once with ten times what the queue holds: who is turned away, how soon, and what is there. */
export async function burstFigures(scale: Scale, folder: string): Promise<Figure[]> {
  const capacity = scale.burstEvents / 10
  const ledger = await LedgerProcess.start(mkdtempSync(join(folder, 'burst-')), {
    ...withoutViews,
    ATHAR_QUEUE_EVENTS_MAX: String(Math.max(capacity, 10_000)),
  })
  const headers = { authorization: `Bearer ${ledger.key}`, 'content-type': 'application/x-ndjson' }
  const bodies = new EventSource(400, scale.burstEvents).bodies(scale.burstEvents, 1_000)
  const requests = bodies.map(body => request('/v1/events', headers, body))
  const turnedAwayMs: number[] = []
  let acknowledged = 0
  let next = 0
  const result = await load({
    port: ledger.port,
    connections: requests.length, // every request at once, each on a connection of its own
    next: () => requests[next++],
    onAnswer: (status, body, tookMs) => {
      if (status === 503) turnedAwayMs.push(tookMs)
      else acknowledged += (JSON.parse(body) as { recorded: number }).recorded // the answer to a batch
    },
  })
  const [head] = await ledger.metric('athar_head_position')
  await ledger.stop()
  if (head !== acknowledged) throw new Error(`${acknowledged} events were acknowledged, ${head} are in the log`)
  const refusals = Float64Array.from(turnedAwayMs).sort()
  return [
    {
      name: 'burst: turned away',
      unit: 'requests',
      value: refusals.length,
      detail: `of ${result.answers} at once, ${scale.burstEvents} events; ${acknowledged} acknowledged, and all of them are there`,
    },
    { name: 'burst: 503 after, p99', unit: 'ms', value: percentile(refusals, 0.99) },
    { name: 'burst: answered after, p99', unit: 'ms', value: percentile(result.latenciesMs, 0.99) },
  ]
}
