import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { EventSource } from '../event-bodies.ts'
import type { Figure, Scale } from '../figure.ts'
import { LedgerProcess, withoutViews } from '../ledger-process.ts'
import { chunkEvents, postEvents } from '../post-events.ts'
import { median } from '../statistics.ts'

const mebibyte = 1024 * 1024

/** Of the simulated world, see event-bodies.ts. */
const eventsPerMovement = 3.6

/** Movements recorded when memory is measured. */
const memoryAtMovements = 1_000_000
/** Events before that during which it is looked at: garbage comes and goes, their median counts. */
const memoryOverEvents = 500_000

/** What a full log costs: ingestion into it, memory, disk, and reading it from the beginning. */
export async function fullLogFigures(scale: Scale, folder: string): Promise<Figure[]> {
  const { fullLogEvents, feedEvents } = scale
  const measured = Math.min(scale.batchEvents, fullLogEvents)
  const source = new EventSource(300, fullLogEvents + 2 * scale.rounds * measured)
  const ledger = await LedgerProcess.start(mkdtempSync(join(folder, 'full-')), withoutViews)
  let receivedBytes = 0
  let events = 0

  async function post(count: number): Promise<number> {
    const { bytes, wallMs } = await postEvents(ledger, source, count, scale)
    receivedBytes += bytes
    events += count
    return count / (wallMs / 1000)
  }

  /** One round alone tells more of the machine than of the log. */
  async function rate(): Promise<number> {
    const rates: number[] = []
    for (let round = 0; round < scale.rounds; round++) rates.push(await post(measured))
    return median(rates)
  }

  await post(measured * 0.2) // compiled before it is measured
  const rateEmpty = await rate()
  const memoryAtEvents = Math.min(memoryAtMovements * eventsPerMovement, fullLogEvents)
  await post(Math.max(0, memoryAtEvents - memoryOverEvents - events))
  const residents: number[] = []
  while (events < memoryAtEvents) {
    await post(Math.min(chunkEvents, memoryAtEvents - events))
    residents.push(ledger.residentBytes())
  }
  await post(Math.max(0, fullLogEvents - events))
  const rateFull = await rate()
  const residentAtEnd = ledger.residentBytes()
  await ledger.stop() // the write-ahead log goes into the file

  const again = await LedgerProcess.start(ledger.dataFolder, withoutViews)
  const logBytes = again.logBytes()
  const feed = await readFeed(again, Math.min(feedEvents, events))
  await again.stop()
  return [
    {
      name: 'batch rate, full log / empty log',
      unit: 'ratio',
      value: rateFull / rateEmpty,
      floor: 0.9,
      detail: `${fullLogEvents} events in the log; ${Math.round(rateEmpty)} and ${Math.round(rateFull)} events/s`,
    },
    {
      name: 'change feed, cold read',
      unit: 'events/s',
      value: feed.events / (feed.wallMs / 1000),
      floor: 150_000,
      detail: `${feed.events} events, ${Math.round(feed.bytes / mebibyte)} MiB of NDJSON, a ledger just started`,
    },
    {
      name: 'resident memory',
      unit: 'MB',
      value: median(residents.length > 0 ? residents : [residentAtEnd]) / 1e6,
      floor: 600,
      atMost: true,
      detail: `after ${Math.round(memoryAtEvents / eventsPerMovement)} movements, ${memoryAtEvents} events; ${inMegabytes(residents)} in the last ${Math.min(memoryOverEvents, memoryAtEvents)} of them; ${inMegabytes([residentAtEnd])} at the end, after ${events}`,
    },
    {
      name: 'bytes on disk / bytes received',
      unit: 'ratio',
      value: logBytes / receivedBytes,
      floor: 1.3,
      atMost: true,
    },
  ]
}

function inMegabytes(sizes: readonly number[]): string {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)].map(bytes => Math.round(bytes / 1e6))
  return least === most ? `${least} MB` : `${least} to ${most} MB`
}

async function readFeed(
  ledger: LedgerProcess,
  limit: number,
): Promise<{ readonly events: number; readonly bytes: number; readonly wallMs: number }> {
  const start = performance.now()
  const answer = await fetch(`http://127.0.0.1:${ledger.port}/v1/events?after=0`, {
    headers: { authorization: `Bearer ${ledger.key}`, accept: 'application/x-ndjson' },
  })
  if (answer.status !== 200 || answer.body === null) throw new Error(`the feed was answered ${answer.status}`)
  let events = 0
  let bytes = 0
  for await (const chunk of answer.body) {
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) events++
    if (events >= limit) break
  }
  return { events, bytes, wallMs: performance.now() - start }
}
