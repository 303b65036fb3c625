import { bytesOf, type EventSource } from './event-bodies.ts'
import type { Scale } from './figure.ts'
import { postBatches } from './figures/batch.ts'
import type { LedgerProcess } from './ledger-process.ts'

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
