import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { alertsProjection } from '@athar/projections/alerts/alerts-projection.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { lineageProjection } from '@athar/projections/lineage/lineage-projection.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { afterEach, expect } from 'vitest'
import { ServedReads } from '../../testing/served-reads.ts'
import { ViewsInMemory } from '../../testing/views-in-memory.ts'
import type { AlertAnswer } from '../alert-answer.ts'
import { alertReads } from '../reads.ts'

export interface AlertPage {
  readonly items: readonly AlertAnswer[]
  readonly next?: string
}

const served: ServedReads[] = []
afterEach(async () => {
  for (const reads of served.splice(0)) await reads.stop()
})

/** The reads, on what is known when these events have arrived, on the evening of the day on which they happened. */
export async function given(events: readonly SubmittedEvent[], now = '2026-11-22T20:00:00Z'): Promise<ServedReads> {
  const projections = [alertsProjection, directoryProjection, lineageProjection, massLedgerProjection]
  const views = ViewsInMemory.of(projections, events)
  const reads = await ServedReads.start(alertReads, views, { now: () => Date.parse(now) })
  served.push(reads)
  return reads
}

export async function pageAt(reads: ServedReads, query = ''): Promise<AlertPage> {
  const response = await reads.get(`/v1/alerts${query}`)
  expect(response.status).toBe(200)
  return (await response.json()) as AlertPage // what the description says of it
}

export async function alertsIn(reads: ServedReads, query = ''): Promise<readonly AlertAnswer[]> {
  return (await pageAt(reads, query)).items
}

export function kindsOf(alerts: readonly AlertAnswer[]): readonly string[] {
  return alerts.map(({ kind }) => kind)
}
