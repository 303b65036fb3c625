import { expect, test } from 'vitest'
import { checkClock, checkNewestEvent } from './clock.ts'
import { checkFreeSpace } from './disk.ts'
import { checkNode, checkSqlite } from './runtime.ts'
import { checkSyncTime } from './sync-time.ts'

const nowMs = Date.parse('2026-11-22T07:41:00+01:00')
const minuteMs = 60_000
const mebibyte = 1024 * 1024

test.each([
  ['25.9.0', 'fail'],
  ['26.0.0', 'ok'],
  ['100.0.0', 'ok'],
])('Node %s: %s', (version, status) => {
  expect(checkNode(version).status).toBe(status)
})

test.each([
  ['3.51.2', 'fail'],
  ['3.51.3', 'ok'],
  ['3.100.0', 'ok'],
])('SQLite %s: %s', (version, status) => {
  expect(checkSqlite(version).status).toBe(status)
})

test.each([
  [100, 'fail'],
  [19_000, 'warn'],
  [21_000, 'ok'],
])('%d MiB free: %s', (free, status) => {
  expect(checkFreeSpace(free * mebibyte).status).toBe(status)
})

test.each([
  ['a disk that syncs in 30 ms', 30_000, 'warn'],
  ['a disk that syncs in 0.2 ms', 200, 'ok'],
  ['a disk that syncs in no time', 1, 'warn'],
])('%s: %4$s', (_, medianUs, status) => {
  expect(checkSyncTime([medianUs, medianUs, 90_000]).status).toBe(status)
})

test.each([
  ['that was never set', Date.parse('1970-01-01T00:10:00Z'), undefined, 'fail'],
  ['of a far future', Date.parse('2099-01-01T00:00:00Z'), undefined, 'fail'],
  ['on a new machine', nowMs, undefined, 'ok'],
  ['a little behind the last write', nowMs, nowMs + 4 * minuteMs, 'ok'],
  ['well behind the last write', nowMs, nowMs + 6 * minuteMs, 'fail'],
])('a clock %s', (_, clockMs, lastWrittenMs, status) => {
  expect(checkClock(clockMs, lastWrittenMs).status).toBe(status)
})

test.each([
  ['just now', nowMs - 1, 'ok'],
  ['a little ahead of the clock', nowMs + 4 * minuteMs, 'ok'],
  ['well ahead of the clock', nowMs + 6 * minuteMs, 'warn'],
])('a newest event recorded %s', (_, recordedMs, status) => {
  expect(checkNewestEvent(nowMs, recordedMs).status).toBe(status)
})
