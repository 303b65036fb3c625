import { statSync } from 'node:fs'
import { limits } from '@athar/events/limits.ts'
import { algiersTime } from '../algiers-time.ts'
import { dataFiles } from '../data-files.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const check = 'clock'
const newestEvent = 'newest event'

/** This was written in 2026: an earlier clock, or one decades ahead, was never set. */
const earliestMs = Date.parse('2026-01-01T00:00:00Z')
const latestMs = Date.parse('2060-01-01T00:00:00Z')

/** Whether the clock can be right: `recordedAt` comes from it, and events ahead of it are refused. */
export function checkClock(nowMs: number, lastWrittenMs: number | undefined): Finding {
  const found = `${algiersTime(nowMs)} in Algiers`
  const advice = 'set the clock and keep it set (NTP, chrony): the times in the log come from it'
  if (nowMs < earliestMs || nowMs > latestMs) return fail(check, found, advice)
  if (lastWrittenMs !== undefined && nowMs < lastWrittenMs - limits.clockAheadMaxMs)
    return fail(check, `${found}, but the data was last written at ${algiersTime(lastWrittenMs)}`, advice)
  return ok(check, found)
}

/**
 * Whether the clock was ahead when the log was last written. The times in the log do not run backwards: until the clock is there
 * again, all that comes is recorded at that one time.
 */
export function checkNewestEvent(nowMs: number, recordedMs: number): Finding {
  const found = `recorded ${algiersTime(recordedMs)}`
  if (recordedMs <= nowMs + limits.clockAheadMaxMs) return ok(newestEvent, found)
  return warn(
    newestEvent,
    `${found}, which is yet to come`,
    'set the clock if it is behind; if it was ahead then, what comes until that time is recorded as of that time',
  )
}

/** When the data was last written to, by the clock of then; undefined in a folder without data. */
export function lastWritten(folder: string): number | undefined {
  const { log, keys } = dataFiles(folder)
  const times = [log, `${log}-wal`, keys, `${keys}-wal`].flatMap(file => {
    const stats = statSync(file, { throwIfNoEntry: false })
    return stats === undefined ? [] : [stats.mtimeMs]
  })
  return times.length === 0 ? undefined : Math.max(...times)
}
