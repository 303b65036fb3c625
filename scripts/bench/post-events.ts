import { bytesOf, type EventSource } from './event-bodies.ts'
import type { Scale } from './figure.ts'
import type { LedgerProcess } from './ledger-process.ts'
import { type LoadResult, load, request } from './load.ts'

/** Events made ahead while a ledger is filled: as much as fits comfortably in memory. */
export const chunkEvents = 100_000

/** What it took to record events. */
export interface Posted {
  readonly bytes: number
  /** Without the time in which the events were made. */
  readonly wallMs: number
}

/** Records so many events of a source, made a part at a time. */
export async function postEvents(
  ledger: LedgerProcess,
  source: EventSource,
  count: number,
  { batchEventsPerRequest, batchConnections }: Scale,
): Promise<Posted> {
  let bytes = 0
  let wallMs = 0
  for (let left = count; left > 0; left -= chunkEvents) {
    const bodies = source.bodies(Math.min(left, chunkEvents), batchEventsPerRequest)
    bytes += bytesOf(bodies)
    wallMs += (await postBatches(ledger, bodies, batchConnections)).wallMs
  }
  return { bytes, wallMs }
}

/** Posts NDJSON bodies as fast as they are answered. Throws when anything but 200 comes back, or an event is rejected. */
export async function postBatches(
  ledger: LedgerProcess,
  bodies: readonly Buffer[],
  connections: number,
): Promise<LoadResult> {
  const headers = {
    authorization: `Bearer ${ledger.key}`,
    'content-type': 'application/x-ndjson',
    prefer: 'return=minimal', // as a connector asks that sends by the thousand: the rejected ones, and the counts
  }
  const requests = bodies.map(body => request('/v1/events', headers, body))
  let next = 0
  return await load({
    port: ledger.port,
    connections,
    next: () => requests[next++],
    onAnswer: (status, body) => {
      if (status !== 200 || !body.includes('"duplicates":0,"rejected":0,'))
        throw new Error(`a batch was answered ${status}: ${body.slice(0, 500)}`)
    },
  })
}
