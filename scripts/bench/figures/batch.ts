import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { runBareLoop } from '../bare-loop.ts'
import { EventSource } from '../event-bodies.ts'
import type { Figure, Scale } from '../figure.ts'
import { LedgerProcess, withoutViews } from '../ledger-process.ts'
import { postBatches } from '../post-events.ts'
import { median, percentile } from '../statistics.ts'

/** Recorded by each side before it is measured, whatever the scale: compiling takes as long. */
const warmingEvents = 100_000

/** Batch ingestion over HTTP against the bare loop, the same events, in turn. */
export async function batchFigures(scale: Scale, folder: string): Promise<Figure[]> {
  const ratios: number[] = []
  const rates: number[] = []
  const bareRates: number[] = []
  let latencies: Float64Array = new Float64Array()
  warmUp(folder)
  for (let round = 0; round < scale.rounds; round++) {
    const source = new EventSource(100 + round, scale.batchEvents + warmingEvents)
    const warming = source.bodies(warmingEvents, scale.batchEventsPerRequest)
    const bodies = source.bodies(scale.batchEvents, scale.batchEventsPerRequest)
    const bare = runBareLoop(bodies, folder)
    const ledger = await LedgerProcess.start(mkdtempSync(join(folder, 'batch-')), withoutViews)
    await postBatches(ledger, warming, scale.batchConnections)
    const { wallMs, latenciesMs } = await postBatches(ledger, bodies, scale.batchConnections)
    await ledger.stop()
    const bareRate = bare.events / (bare.wallMs / 1000)
    const rate = scale.batchEvents / (wallMs / 1000)
    ratios.push(rate / bareRate)
    rates.push(rate)
    bareRates.push(bareRate)
    latencies = latenciesMs
  }
  const eventsEach = `${scale.batchEventsPerRequest} events a request, ${scale.batchConnections} connections`
  return [
    { name: 'batch ingestion / bare loop', unit: 'ratio', value: median(ratios), floor: 1.0, detail: eventsEach },
    { name: 'batch ingestion', unit: 'events/s', value: median(rates) },
    { name: 'bare loop', unit: 'events/s', value: median(bareRates) },
    { name: 'batch request, p50', unit: 'ms', value: percentile(latencies, 0.5) },
    { name: 'batch request, p99', unit: 'ms', value: percentile(latencies, 0.99) },
    { name: 'batch request, p99.9', unit: 'ms', value: percentile(latencies, 0.999) },
  ]
}

/** The bare loop runs in this process: its code is compiled before it is measured, like the ledger’s. */
function warmUp(folder: string): void {
  runBareLoop(new EventSource(99, warmingEvents).bodies(warmingEvents, 1_000), folder)
}
