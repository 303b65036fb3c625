import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '@athar/events/limits.ts'
import { silentReader } from '@athar/http/testing/raw-request.ts'
import type { IndexPage } from '@athar/infra/view-store/port.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { toyProjection, toysRead } from '../testing/toy-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'

const lines = { accept: 'application/x-ndjson' }

/** A list without end: far more than what a connection holds, so that an export waits for its reader. */
class EndlessViews extends ViewsInMemory {
  pages = 0
  fails = false
  readonly #place = { sort: '', key: `movement/${'x'.repeat(64)}` }

  override read: ViewsInMemory['read'] = (projection, work) =>
    super.read(projection, (view, position) =>
      work({ ...view, list: async (_index, { limit }) => this.#page(limit) }, position),
    )

  #page(limit: number): IndexPage {
    this.pages++
    if (this.fails) throw new Error('the disk is gone')
    return { entries: Array.from({ length: limit }, () => this.#place), next: this.#place }
  }
}

let views: EndlessViews
let served: ServedReads
let key: string

beforeEach(async () => {
  views = new EndlessViews([toyProjection])
  served = await ServedReads.start([toysRead], views, { exportsMax: 1 })
  key = served.key({ role: 'analyst' })
})
afterEach(() => {
  vi.useRealTimers()
  return served.stop()
})

function head(): string {
  return `GET /toys HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\naccept: text/csv\r\n\r\n`
}

/** Waits until no page is read any more, however often others have their turn. Answers how many were read. */
async function standstill(): Promise<number> {
  for (let turns = 0, before = -1; turns < 1_000; turns = views.pages === before ? turns + 1 : 0) {
    before = views.pages
    await nextTurn()
  }
  return views.pages
}

describe('a reader that takes nothing', () => {
  test('is not read on for, and holds no snapshot', async () => {
    const reader = await silentReader(served.port, head())
    expect(await standstill()).toBeGreaterThan(1)
    expect(views.open).toBe(0)
    reader.destroy()
  })

  test('and goes away ends the work', async () => {
    const reader = await silentReader(served.port, head())
    await standstill()
    reader.destroy()
    await vi.waitFor(() => expect(served.exports.count).toBe(0))
    const pages = await standstill()
    expect(views.pages).toBe(pages)
  })
})

test('exports are no more than a few at a time; pages can be read all the same', async () => {
  const reader = await silentReader(served.port, head())
  await vi.waitFor(() => expect(served.exports.count).toBe(1))
  const response = await served.get('/toys', lines)
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('"exports-full"')
  expect((await served.get('/toys?limit=10', lines)).status).toBe(200)
  reader.destroy()
})

test('many at a time read one page at a time: who asks meanwhile does not wait for one of each', async () => {
  const many = await ServedReads.start([toysRead], views, { exportsMax: 40 })
  key = many.key({ role: 'analyst' })
  const readers = await Promise.all(Array.from({ length: 20 }, () => silentReader(many.port, head())))
  await vi.waitFor(() => expect(many.exports.count).toBe(20))
  let most = 0
  for (let turns = 0; turns < 100; turns++) {
    const before = views.pages
    await nextTurn()
    most = Math.max(most, views.pages - before)
  }
  expect(most).toBe(1)
  for (const reader of readers) reader.destroy()
  await many.stop()
})

test('what breaks off is cut, so that nobody takes a part for the whole', async () => {
  const response = await served.get('/toys', lines)
  views.fails = true
  await expect(response.text()).rejects.toThrow()
})

test('what breaks before anything was sent is a problem', async () => {
  views.fails = true
  expect((await served.get('/toys', lines)).status).toBe(500)
})

describe('is cut', () => {
  /** Opens an export, and answers when it has been cut, once this much time has gone by for the server. */
  async function cutAfter(elapsedMs: number, happens: () => void): Promise<void> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
    const reader = await silentReader(served.port, head())
    await standstill()
    expect(served.exports.count).toBe(1)
    happens()
    await vi.advanceTimersByTimeAsync(elapsedMs)
    await once(reader.resume(), 'close')
    expect(served.exports.count).toBe(0)
  }

  test('when the server stops, two seconds later', () => cutAfter(2_000, () => served.exports.stop()))

  test('when its key is revoked, a second later', () => cutAfter(limits.keyCheckEveryMs, () => served.revoke(key)))

  test('when its reader takes nothing for two minutes', () => cutAfter(120_000, () => undefined))
})
