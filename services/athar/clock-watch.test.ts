import { pino } from 'pino'
import { expect, test } from 'vitest'
import { ClockWatch } from './clock-watch.ts'

const hourMs = 3_600_000

test('a clock that is set back while the ledger runs is told once, and once that it is right again', () => {
  const { clock, told } = watchedClock()
  for (const behindMs of [0, 0, hourMs, hourMs - 100, 0, 0]) clock.note(behindMs)
  expect(told).toEqual([
    { level: 40, behindSeconds: 3_600, msg: expect.stringContaining('the clock is behind, or was ahead') },
    { level: 30, msg: 'the clock is no longer behind the newest event in the log' },
  ])
})

test('nobody is told of the corrections that every machine makes to its clock', () => {
  const { clock, told } = watchedClock()
  for (const behindMs of [0, 20, 3_000, 0]) clock.note(behindMs)
  expect(told).toEqual([])
})

function watchedClock(): { readonly clock: ClockWatch; readonly told: readonly object[] } {
  const told: object[] = []
  const logger = pino({ base: null, timestamp: false }, { write: line => void told.push(JSON.parse(line)) })
  return { clock: new ClockWatch(logger), told }
}
