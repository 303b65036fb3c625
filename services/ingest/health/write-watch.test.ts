import { beforeEach, describe, expect, test, vi } from 'vitest'
import { WriteWatch } from './write-watch.ts'

const full = { reason: 'disk-full', message: 'no space left on device' } as const
const broken = { reason: 'io-error', message: 'the disk does not answer' } as const

describe('a log that refuses what is sent', () => {
  let nowMs: number
  const logger = { error: vi.fn(), info: vi.fn() }
  let watch: WriteWatch

  beforeEach(() => {
    vi.clearAllMocks()
    nowMs = Date.parse('2026-11-24T08:00:00Z')
    watch = new WriteWatch(logger, () => nowMs)
  })

  function refuse(times: number, failure: typeof full | typeof broken = full): void {
    for (let time = 0; time < times; time++) watch.noteRefused(failure)
  }

  test('is told once, and then once a minute, with how many were refused', () => {
    refuse(500)
    expect(logger.error).toHaveBeenCalledOnce()
    expect(logger.error).toHaveBeenLastCalledWith(
      { reason: 'disk-full', since: '2026-11-24T08:00:00.000Z', submissions: 1 },
      'the ledger cannot write: no space left on device',
    )
    nowMs += 59_999
    refuse(1)
    expect(logger.error).toHaveBeenCalledOnce()
    nowMs += 1
    refuse(1)
    expect(logger.error).toHaveBeenCalledTimes(2)
    expect(logger.error.mock.lastCall?.[0]).toMatchObject({ submissions: 502 })
  })

  test('for another reason than before is told at once', () => {
    refuse(3)
    refuse(3, broken)
    expect(logger.error).toHaveBeenCalledTimes(2)
    expect(logger.error.mock.lastCall?.[1]).toBe('the ledger cannot write: the disk does not answer')
  })

  test('says since when, why, and when it was tried last', () => {
    expect(watch.trouble).toBeUndefined()
    refuse(2)
    nowMs += 5_000
    refuse(1)
    expect(watch.refusing).toBe(1)
    expect(watch.trouble).toBe(
      'refuses writes since 2026-11-24T08:00:00.000Z (disk-full; 3 submissions, the last at 2026-11-24T08:00:05.000Z)',
    )
  })

  test('is over with the first that is written, which is told once', () => {
    refuse(2)
    watch.noteWritten()
    watch.noteWritten()
    expect(logger.info).toHaveBeenCalledExactlyOnceWith(
      { since: '2026-11-24T08:00:00.000Z', submissions: 2 },
      expect.stringContaining('writes again'),
    )
    expect(watch.refusing).toBe(0)
    expect(watch.trouble).toBeUndefined()
    refuse(1)
    expect(logger.error).toHaveBeenCalledTimes(2)
  })
})

test('a log that always writes has nothing told of it', () => {
  const logger = { error: vi.fn(), info: vi.fn() }
  new WriteWatch(logger).noteWritten()
  expect(logger.info).not.toHaveBeenCalled()
})
