import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { recordedPrefix } from '@athar/events/envelope.ts'
import { limits } from '@athar/events/limits.ts'
import { Outflow } from '@athar/http/outflow.ts'
import type { EventLogReader, StoredEvent } from '@athar/infra/event-log/port.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FeedFilter } from './feed-filter.ts'
import { FeedSource } from './feed-source.ts'
import { sendLive } from './live-feed.ts'
import { RecentEvents } from './recent-events.ts'

/** A log that grows when the test says so. */
class GrowingLog implements EventLogReader {
  readonly #events: StoredEvent[] = []
  #grown = Promise.withResolvers<void>()
  failure: Error | undefined
  /** What reading waits for after its first half. */
  pause: PromiseWithResolvers<void> | undefined
  followers = 0

  grow(count: number): void {
    for (let each = 0; each < count; each++) {
      const position = this.#events.length + 1
      const stream = `movement-MV-${position}`
      const head = recordedPrefix({
        stream,
        revision: 0,
        recordedAt: '2026-11-22T06:41:00.000Z',
        recordedBy: 'service:t',
      })
      this.#events.push({ position, bytes: Buffer.from(`${head}{}}`), hash: new Uint8Array(32) })
    }
    this.#grown.resolve()
    this.#grown = Promise.withResolvers()
  }

  async *readAll(after: number, { upTo = this.#events.length } = {}) {
    const half = Math.ceil((after + upTo) / 2)
    yield this.#events.slice(after, half)
    await this.pause?.promise
    yield this.#events.slice(half, upTo)
  }

  async *subscribe(after: number, { signal }: { readonly signal: AbortSignal }) {
    this.followers++
    const stopped = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
    for (let from = after; !signal.aborted; ) {
      if (this.failure !== undefined) throw this.failure
      const grown = this.#grown.promise
      const events = this.#events.slice(from)
      if (events.length > 0) yield events
      else await Promise.race([grown, stopped])
      from += events.length
    }
    this.followers--
  }

  async head(): Promise<number> {
    return this.#events.length
  }

  async close(): Promise<void> {}
}

let log: GrowingLog
let recent: RecentEvents
let stop: AbortController

beforeEach(() => {
  log = new GrowingLog()
  recent = new RecentEvents(log)
  stop = new AbortController()
})
afterEach(() => {
  stop.abort()
  vi.useRealTimers()
})

function read(after: number, filter = new FeedFilter({})) {
  const written: string[] = []
  const out = new Outflow(
    new Writable({
      write: (chunk, _encoding, done) => {
        written.push(String(chunk))
        done()
      },
    }),
  )
  const source = new FeedSource(log, { readStream: async () => [] })
  const ended = sendLive(out, source, recent, { after, limit: Infinity, filter, stopped: stop.signal })
  return { ended, ids: () => [...written.join('').matchAll(/^id: (\d+)\ndata/gm)].map(([, id]) => Number(id)), written }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await nextTurn()
}

test('many readers share one reading of what is new', async () => {
  log.grow(2)
  const readers = [0, 1, 2].map(after => read(after))
  await settle()
  log.grow(3)
  await settle()
  expect(readers.map(reader => reader.ids())).toEqual([
    [1, 2, 3, 4, 5],
    [2, 3, 4, 5],
    [3, 4, 5],
  ])
  expect(log.followers).toBe(1)
})

test('with the last reader the reading ends', async () => {
  const reader = read(0)
  await settle()
  stop.abort()
  await reader.ended
  await settle()
  expect(log.followers).toBe(0)
})

test('one that begins ahead of the log waits for what comes after that', async () => {
  const reader = read(2)
  await settle()
  log.grow(4)
  await settle()
  expect(reader.ids()).toEqual([3, 4])
})

test('an idle feed says every fifteen seconds that it is alive, and where it has looked', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  log.grow(7)
  const reader = read(0, new FeedFilter({ stream: 'movement-NONE' }))
  await settle()
  vi.advanceTimersByTime(limits.feedCommentEveryMs)
  expect(reader.written.at(-1)).toBe(': alive\nid: 7\n\n')
  vi.advanceTimersByTime(2 * limits.feedCommentEveryMs)
  expect(reader.written.filter(text => text.startsWith(': alive'))).toHaveLength(3)
})

test('while it catches up, no sign of life leads its reader back behind what was sent', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  log.grow(1_000) // more than goes out together
  log.pause = Promise.withResolvers()
  const reader = read(0)
  await settle()
  expect(reader.ids().length).toBeGreaterThan(0)
  vi.advanceTimersByTime(limits.feedCommentEveryMs)
  expect(reader.written.at(-1)).toBe(': alive\n\n')
  log.pause.resolve()
})

describe('when the log cannot be read', () => {
  test('its readers are told, and the next one tries again', async () => {
    const reader = read(0)
    await settle()
    log.failure = new Error('the disk is gone')
    log.grow(1)
    await expect(reader.ended).rejects.toThrow('the disk is gone')
    log.failure = undefined
    const next = read(0)
    await settle()
    expect(next.ids()).toEqual([1])
  })
})
