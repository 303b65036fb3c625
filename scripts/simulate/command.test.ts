import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { Machine } from '@athar/ingest/client/ledger-client.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hourMs } from './algiers-time.ts'
import { runSimulation, summaryText } from './command.ts'
import { simulate } from './simulate.ts'
import { SmallLedger } from './testing/small-ledger.ts'
import { world } from './world.ts'

const cast = { seed: 2, start: '2026-11-20T00:00:00Z', movementsPerDay: 300, producers: 40, carriers: 20, plants: 8 }
const startMs = Date.parse(cast.start)
const running = new AbortController().signal

function linesOf(events: number): string {
  return [...simulate(world(cast), { events })].map(event => `${JSON.stringify(event)}\n`).join('')
}

describe('to a file', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-simulate-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('an event goes on a line', async () => {
    const path = join(folder, 'events.ndjson')
    let advanced = 0
    const options = {
      world: cast,
      until: { events: 2500 },
      to: { kind: 'file', path },
      advance: (count: number) => (advanced += count),
    } as const
    const summary = await runSimulation(options, running)
    expect(await readFile(path, 'utf8')).toBe(linesOf(2500))
    expect(summary).toMatchObject({ events: 2500, bytes: Buffer.byteLength(linesOf(2500)), ended: 'finished' })
    expect(advanced).toBe(2500)
  })

  test('a world without end is stopped by a signal, after a whole line', async () => {
    const path = join(folder, 'events.ndjson')
    const stop = new AbortController()
    const summary = await runSimulation(
      { world: cast, to: { kind: 'file', path }, advance: () => stop.abort() },
      stop.signal,
    )
    expect(summary.ended).toBe('stopped')
    const written = await readFile(path, 'utf8')
    expect(written).toBe(linesOf(summary.events))
  })
})

test('to a stream: a reader who has had enough is no error', async () => {
  const stream = new PassThrough()
  stream.once('data', () => stream.destroy())
  const summary = await runSimulation({ world: cast, to: { kind: 'stream', stream } }, running)
  expect(summary.ended).toBe('stopped')
})

/** A ledger behind a played network and a played clock: it knows when each request came. */
function playedLedger(startsMs: number) {
  const ledger = new SmallLedger()
  const requests: { readonly atMs: number; readonly events: readonly SubmittedEvent[] }[] = []
  let nowMs = startsMs
  const machine: Machine = {
    fetch: async (_url, init) => {
      // The small ledger validates what it takes.
      const events = String(init?.body)
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as SubmittedEvent)
      requests.push({ atMs: nowMs, events })
      const taken = events.map(event => ledger.take(event, nowMs))
      const items = taken.flatMap((each, index) =>
        each.outcome === 'refused'
          ? [{ index, id: events[index]?.id, problem: { code: 'invalid-event', detail: each.why } }]
          : [],
      )
      const recorded = taken.filter(each => each.outcome === 'recorded').length
      return Response.json({
        recorded,
        duplicates: taken.length - recorded - items.length,
        rejected: items.length,
        items,
      })
    },
    wait: async ms => {
      nowMs += ms
    },
    nowMs: () => nowMs,
  }
  return { machine, requests }
}

const toLedger = { kind: 'ledger', url: 'http://127.0.0.1:8080', key: 'secret', batchEvents: 100 } as const

describe('to a ledger', () => {
  test('the past is sent at once, in batches, up to the present', async () => {
    const { machine, requests } = playedLedger(startMs + 10 * hourMs)
    const summary = await runSimulation({ world: cast, to: toLedger }, running, machine)
    expect(summary).toMatchObject({ ended: 'present', elapsedMs: 0, answers: { rejected: 0 } })
    expect(requests.slice(0, -1).every(({ events }) => events.length === 100)).toBe(true)
    expect(summary.answers?.recorded).toBeGreaterThan(100)
  })

  test('sending it again adds nothing', async () => {
    const { machine } = playedLedger(startMs + 20 * hourMs)
    const options = { world: cast, until: { events: 400 }, to: toLedger }
    const first = await runSimulation(options, running, machine)
    const second = await runSimulation(options, running, machine)
    expect(second.answers).toMatchObject({ recorded: 0, duplicates: first.events, rejected: 0 })
  })

  test('with a speed the past is played so much faster, and the present as it comes', async () => {
    const { machine, requests } = playedLedger(startMs + 10 * hourMs)
    await runSimulation({ world: cast, until: { days: 1 }, to: { ...toLedger, speed: 10 } }, running, machine)
    // Ten hours behind and ten times as fast: caught up after 66 minutes and 40 seconds.
    const caughtUpMs = startMs + (10 + 10 / 9) * hourMs
    for (const { atMs, events } of requests.slice(10))
      for (const event of events) expect(Date.parse(event.time)).toBeLessThanOrEqual(atMs)
    expect(requests.at(-1)?.atMs).toBeGreaterThan(startMs + 23 * hourMs)
    expect(requests.filter(({ atMs }) => atMs < caughtUpMs).flatMap(({ events }) => events).length).toBeGreaterThan(150)
  })

  test('what the ledger rejects is told and counted', async () => {
    const { machine } = playedLedger(startMs + 20 * hourMs)
    // The ledger's clock is a day behind ours: to it all of life lies in the future.
    const behind: Machine = { ...machine, nowMs: () => machine.nowMs() + 24 * hourMs }
    const notes: string[] = []
    const options = { world: cast, until: { days: 1 }, to: toLedger, note: (text: string) => notes.push(text) }
    const summary = await runSimulation(options, running, behind)
    expect(summary.answers?.problems['invalid-event']).toBe(summary.answers?.rejected)
    expect(notes).toHaveLength(Math.min(10, summary.answers?.rejected ?? 0))
    expect(notes[0]).toContain('in-the-future')
    expect(summaryText(summary)).toContain('× invalid-event')
  })

  test('a signal stops it while it waits', async () => {
    const stop = new AbortController()
    const { machine } = playedLedger(startMs + hourMs)
    const interrupted: Machine = {
      ...machine,
      wait: async (_ms, signal) => {
        stop.abort()
        signal.throwIfAborted()
      },
    }
    const summary = await runSimulation({ world: cast, to: { ...toLedger, speed: 1 } }, stop.signal, interrupted)
    expect(summary.ended).toBe('stopped')
  })
})
