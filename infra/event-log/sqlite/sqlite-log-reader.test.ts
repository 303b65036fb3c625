import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NewEvent } from '../port.ts'
import { SqliteEventLog } from './sqlite-event-log.ts'
import { SqliteLogReader } from './sqlite-log-reader.ts'

function lotEvent(revision: number): NewEvent {
  return { stream: 'lot-L-1', revision, json: `{"stream":"lot-L-1","revision":${revision},"event":{}}` }
}

describe('who follows a log beside its writer', () => {
  let folder: string
  let log: SqliteEventLog
  let reader: SqliteLogReader
  let follower: AsyncIterator<readonly { readonly position: number }[]>
  const stop = new AbortController()

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    folder = await mkdtemp(join(tmpdir(), 'athar-log-'))
    log = await SqliteEventLog.open(join(folder, 'log.sqlite'))
    reader = new SqliteLogReader(join(folder, 'log.sqlite'))
    follower = reader.subscribe(0, { signal: stop.signal })[Symbol.asyncIterator]()
  })

  afterEach(async () => {
    vi.useRealTimers()
    await reader.close()
    await log.close()
    await rm(folder, { recursive: true })
  })

  /** What comes next: positions, or that there is an end. */
  async function next(): Promise<readonly number[] | 'the end'> {
    const { done, value } = await follower.next()
    return done === true ? 'the end' : value.map(({ position }) => position)
  }

  test('is told of an event when it is announced, and waits until then', async () => {
    const first = next()
    expect(vi.getTimerCount()).toBe(1)
    await log.append([lotEvent(0)])
    reader.announce(1)
    expect(await first).toEqual([1])
  })

  test('looks by himself when nobody announces', async () => {
    const first = next()
    await log.append([lotEvent(0)])
    await vi.runOnlyPendingTimersAsync()
    expect(await first).toEqual([1])
  })

  test('goes on behind what he has read, and is told nothing twice', async () => {
    await log.append([lotEvent(0), lotEvent(1)])
    expect(await next()).toEqual([1, 2])
    const then = next()
    reader.announce(2)
    await log.append([lotEvent(2)])
    reader.announce(3)
    expect(await then).toEqual([3])
  })

  test('is let go at once when the reader is closed', async () => {
    const first = next()
    await reader.close()
    expect(await first).toBe('the end')
    expect(vi.getTimerCount()).toBe(0)
  })
})
