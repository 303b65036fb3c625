import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { readEvent } from '@athar/views/read-event.ts'
import { EventSource } from '../event-bodies.ts'
import type { Figure, Scale } from '../figure.ts'
import { LedgerProcess, withoutViews } from '../ledger-process.ts'
import { eventsPerPacedRequest, PacedArrivals } from '../paced-arrivals.ts'
import { postEvents } from '../post-events.ts'
import { type ReadLatencies, readWhile, untilFolded } from '../reading.ts'
import { percentile } from '../statistics.ts'

const athar = fileURLToPath(new URL('../../../services/athar/athar.js', import.meta.url))

/**
 * Events a second that arrive while reads are measured: more than any country has, and what the views can follow. Reads of
 * views that fall behind are told as well.
 */
const steadyRate = 5_000

/** What is made ahead for arrivals at half of the batch rate, which is known only once it is measured: no machine does more. */
const hurriedRateMax = 60_000

/** What views cost: folding them again, keeping up with what arrives, and reading them meanwhile. */
export async function viewsFigures(scale: Scale, folder: string): Promise<Figure[]> {
  const measured = await measureViews(scale, mkdtempSync(join(folder, 'views-')))
  const few = await fewEvents(scale, folder)
  return [...recordingFigures(scale, measured), ...readingFigures(measured, few)]
}

/** Rates are events a second. */
interface ViewsMeasured {
  readonly rateParsed: number
  readonly rateRebuilt: number
  readonly rateWithout: number
  readonly rateWith: number
  readonly caughtUpMs: number
  /** Reads while events arrive at `steadyRate`, and at half of `rateWithout`. */
  readonly steady: ReadLatencies
  readonly hurried: ReadLatencies
}

async function measureViews(scale: Scale, dataFolder: string): Promise<ViewsMeasured> {
  const { viewsEvents, batchEvents } = scale
  const measured = Math.min(batchEvents, viewsEvents)
  const pacedEvents = scale.viewsSeconds * (hurriedRateMax + steadyRate)
  const source = new EventSource(500, viewsEvents + 2 * measured + pacedEvents)

  const without = await LedgerProcess.start(dataFolder, withoutViews)
  await postEvents(without, source, viewsEvents - measured, scale)
  const rateWithout = rateOf(measured, await postEvents(without, source, measured, scale))
  await without.stop()

  const rateParsed = await readAndParse(join(dataFolder, 'log.sqlite'))
  const rateRebuilt = rebuild(dataFolder)

  const ledger = await LedgerProcess.start(dataFolder)
  await untilFolded(ledger)
  const rateWith = rateOf(measured, await postEvents(ledger, source, measured, scale))
  const caughtUpMs = await untilFolded(ledger)
  const head = viewsEvents + measured
  const steady = await pace(ledger, source, { rate: steadyRate, scale, head })
  await untilFolded(ledger)
  const hurried = await pace(ledger, source, { rate: rateWithout / 2, scale, head: head + eventsIn(scale, steadyRate) })
  await ledger.stop()
  rmSync(dataFolder, { recursive: true })
  return { rateParsed, rateRebuilt, rateWithout, rateWith, caughtUpMs, steady, hurried }
}

function recordingFigures({ viewsEvents }: Scale, measured: ViewsMeasured): readonly Figure[] {
  const { rateParsed, rateRebuilt, rateWithout, rateWith, caughtUpMs } = measured
  return [
    {
      name: 'rebuild / read and parse only',
      unit: 'ratio',
      value: rateRebuilt / rateParsed,
      floor: 0.3,
      detail: `${viewsEvents} events; ${Math.round(rateParsed)} events/s read and parsed`,
    },
    { name: 'rebuild of all views', unit: 'events/s', value: rateRebuilt, floor: 60_000 },
    {
      name: 'batch ingestion, with / without views',
      unit: 'ratio',
      value: rateWith / rateWithout,
      floor: 0.6,
      detail: `${Math.round(rateWith)} and ${Math.round(rateWithout)} events/s; caught up ${Math.round(caughtUpMs)} ms later`,
    },
  ]
}

function readingFigures({ rateWithout, steady, hurried }: ViewsMeasured, few: ReadLatencies): readonly Figure[] {
  return [
    {
      name: 'views behind the log, p99',
      unit: 'ms',
      value: percentile(hurried.lagsMs, 0.99),
      floor: 1_000,
      atMost: true,
      detail: `at ${Math.round(rateWithout / 2)} events/s; ${inWords(hurried.lagsMs)}; at ${steadyRate} events/s ${inWords(steady.lagsMs)}`,
    },
    ...Object.entries(steady.latencies).map(
      ([name, latenciesMs]): Figure => ({
        name: `${name}, p99`,
        unit: 'ms',
        value: percentile(latenciesMs, 0.99),
        floor: 20,
        atMost: true,
        detail: `${steadyRate} events/s arrive; ${inWords(latenciesMs)}; while the views fall behind ${inWords(hurried.latencies[name])}`,
      }),
    ),
    {
      name: 'reads with 10 times the events / 1 time',
      unit: 'ratio',
      value: Math.max(...ratiosOfMedians(steady.latencies, few.latencies)),
      floor: 1.5,
      atMost: true,
      detail: 'the worst of the four, by their medians',
    },
  ]
}

function rateOf(events: number, { wallMs }: { readonly wallMs: number }): number {
  return events / (wallMs / 1000)
}

/** Events a second when the log is only read and parsed, in one thread. */
async function readAndParse(logFile: string): Promise<number> {
  const log = new SqliteLogReader(logFile)
  const start = performance.now()
  let events = 0
  for await (const batch of log.readAll(0)) {
    for (const stored of batch) readEvent(stored)
    events += batch.length
  }
  const seconds = (performance.now() - start) / 1000
  await log.close()
  return events / seconds
}

/** Events a second when all views are folded from nothing, from the first line of the command to its end. */
function rebuild(dataFolder: string): number {
  const answer = execFileSync(process.execPath, [athar, 'rebuild', '--json', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { events, seconds } = JSON.parse(String(answer)) as { readonly events: number; readonly seconds: number } // what `rebuild --json` says
  return events / seconds
}

async function pace(
  ledger: LedgerProcess,
  source: EventSource,
  { rate, scale, head }: { readonly rate: number; readonly scale: Scale; readonly head: number },
): Promise<ReadLatencies> {
  const bodies = source.bodies(eventsIn(scale, rate), eventsPerPacedRequest)
  const arrivals = new PacedArrivals(head)
  const [latencies] = await Promise.all([readWhile(ledger, arrivals), arrivals.post(ledger, bodies, rate)])
  return latencies
}

/** Events that arrive at a rate while it is measured: whole requests. */
function eventsIn({ viewsSeconds }: Scale, rate: number): number {
  return Math.ceil((viewsSeconds * rate) / eventsPerPacedRequest) * eventsPerPacedRequest
}

/** The same reads of a tenth of the events. */
async function fewEvents(scale: Scale, folder: string): Promise<ReadLatencies> {
  const events = scale.viewsEvents / 10
  const source = new EventSource(501, events + scale.viewsSeconds * 2 * steadyRate)
  const dataFolder = mkdtempSync(join(folder, 'views-few-'))
  const ledger = await LedgerProcess.start(dataFolder)
  await postEvents(ledger, source, events, scale)
  await untilFolded(ledger)
  const latencies = await pace(ledger, source, { rate: steadyRate, scale, head: events })
  await ledger.stop()
  rmSync(dataFolder, { recursive: true })
  return latencies
}

function inWords(valuesMs: Float64Array | undefined): string {
  if (valuesMs === undefined) return 'not read'
  return `p50 ${percentile(valuesMs, 0.5).toFixed(1)} ms, p99 ${percentile(valuesMs, 0.99).toFixed(1)} ms`
}

function ratiosOfMedians(many: ReadLatencies['latencies'], few: ReadLatencies['latencies']): number[] {
  return Object.entries(many).map(
    ([name, latenciesMs]) => percentile(latenciesMs, 0.5) / percentile(few[name] ?? new Float64Array(), 0.5),
  )
}
