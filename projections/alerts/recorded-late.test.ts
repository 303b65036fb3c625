import { noticeLate } from '@athar/events/late.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordedLate } from './recorded-late.ts'

test('what is recorded late is what the ledger calls late, with whatever offset its time is written', () => {
  const minute = 60_000
  const happened = fc.integer({ min: 0, max: 400 * 24 * 60 }).map(minutes => Date.UTC(2026, 0, 1) + minutes * minute)
  const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 })
  const delay = fc.integer({ min: -5, max: 60 * 60 }).map(minutes => minutes * minute)
  fc.assert(
    fc.property(happened, offset, delay, (timeMs, offset, delayMs) => {
      const recordedMs = timeMs + delayMs
      const recordedAt = new Date(recordedMs).toISOString()
      const said = { time: written(timeMs, offset), timeMs, recordedAt }
      expect(Date.parse(said.time)).toBe(timeMs)
      expect(recordedLate(said)).toEqual(noticeLate(timeMs, recordedMs))
    }),
    { numRuns: 2000 },
  )
})

/** A time with an offset in minutes. */
function written(timeMs: number, offset: number): string {
  const local = new Date(timeMs + offset * 60_000).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)
  const size = Math.abs(offset)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
