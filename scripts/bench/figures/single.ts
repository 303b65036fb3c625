import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { EventSource } from '../event-bodies.ts'
import type { Figure, Scale } from '../figure.ts'
import { LedgerProcess, withoutViews } from '../ledger-process.ts'
import { type LoadResult, load, request } from '../load.ts'
import { median, percentile } from '../statistics.ts'

const connections = 64
const warmingShare = 0.3

/** One event a request, durable, against a fastify route that parses the same body and does nothing with it. */
export async function singleFigures(scale: Scale, folder: string): Promise<Figure[]> {
  const ratios: number[] = []
  const rates: number[] = []
  const emptyRates: number[] = []
  let latencies: Float64Array = new Float64Array()
  for (let round = 0; round < scale.rounds; round++) {
    const source = new EventSource(200 + round, 1_000_000)
    const ledger = await LedgerProcess.start(mkdtempSync(join(folder, 'single-')), withoutViews)
    const empty = await startEmptyRoute()
    const body = Buffer.from(source.line())
    const emptyResult = await warmThenMeasured(scale.singleSeconds, empty.port, 'none', () => body)
    empty.stop()
    const lines = source.bodies((1 + warmingShare) * scale.singleSeconds * 30_000, 1)
    let next = 0
    const result = await warmThenMeasured(scale.singleSeconds, ledger.port, ledger.key, () => lines[next++])
    await ledger.stop()
    if ([...result.statuses.keys()].some(status => status !== 201))
      throw new Error(`single events were answered ${JSON.stringify([...result.statuses])}`)
    const rate = result.answers / (result.wallMs / 1000)
    const emptyRate = emptyResult.answers / (emptyResult.wallMs / 1000)
    ratios.push(rate / emptyRate)
    rates.push(rate)
    emptyRates.push(emptyRate)
    latencies = result.latenciesMs
  }
  return [
    {
      name: 'single POST / empty route',
      unit: 'ratio',
      value: median(ratios),
      floor: 0.6,
      detail: `${connections} connections`,
    },
    { name: 'single POST, p99', unit: 'ms', value: percentile(latencies, 0.99), floor: 50, atMost: true },
    { name: 'single POST', unit: 'events/s', value: median(rates) },
    { name: 'empty route', unit: 'requests/s', value: median(emptyRates) },
    { name: 'single POST, p50', unit: 'ms', value: percentile(latencies, 0.5) },
    { name: 'single POST, p99.9', unit: 'ms', value: percentile(latencies, 0.999) },
  ]
}

/** Both sides are compiled before they are measured, as with batches. */
async function warmThenMeasured(
  seconds: number,
  port: number,
  key: string,
  next: () => Buffer | undefined,
): Promise<LoadResult> {
  await postFor(seconds * warmingShare, port, key, next)
  return await postFor(seconds, port, key, next)
}

function postFor(seconds: number, port: number, key: string, next: () => Buffer | undefined): Promise<LoadResult> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' }
  const untilMs = performance.now() + seconds * 1000
  return load({
    port,
    connections,
    next: () => {
      const body = performance.now() < untilMs ? next() : undefined
      return body && request('/v1/events', headers, body)
    },
  })
}

function startEmptyRoute(): Promise<{ readonly port: number; readonly stop: () => void }> {
  const child = fork(new URL('../empty-route.ts', import.meta.url))
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the empty route ended with ${code}`)))
    child.once('message', port => resolve({ port: Number(port), stop: () => void child.kill() }))
  })
}
