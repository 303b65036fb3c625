import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JournalEntry } from '../../port.ts'
import { type PackedEntries, packInto, roomFor } from './entries.ts'
import { bytesOfNumbers, numbersOf } from './numbers.ts'
import { mergeRuns, type Run, runOf, sumUpTo } from './run.ts'
import { packPage, pagesOf, pageTimes, runOfPages, unpackPage } from './run-pages.ts'

const entry = fc.record({
  position: fc.nat(1_000),
  atMs: fc.integer({ min: -5, max: 30 }),
  amount: fc.integer({ min: -1_000, max: 1_000 }),
})
const entries = fc.array(entry, { maxLength: 60 })
const timesMs = [-Infinity, -6, -5, 0, 1, 7, 15, 29, 30, 31, Infinity]

test('a run says what had happened by any time, in whatever order it came', () => {
  fc.assert(
    fc.property(entries, journal => {
      expect(said(runOf(packed(journal)))).toEqual(timesMs.map(asOfMs => walked(journal, asOfMs)))
    }),
  )
})

test('a run has each time once, in order', () => {
  fc.assert(
    fc.property(entries, journal => {
      const times = [...new Set(journal.map(({ atMs }) => atMs))].sort((one, other) => one - other)
      expect([...runOf(packed(journal)).timesMs]).toEqual(times)
    }),
  )
})

test('merged runs are the run of all they were made of', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 17 }), journals => {
      const merged = mergeRuns(journals.map(journal => runOf(packed(journal))))
      expect(merged).toEqual(runOf(packed(journals.flat())))
    }),
  )
})

test('a run that was cut into pages and stored comes back, and each page answers for its times', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 * pageTimes }), count => {
      const journal = Array.from({ length: count }, (_, index) => ({ position: 1, atMs: index * 2, amount: index }))
      const run = runOf(packed(journal))
      const pages = pagesOf(run).map(page => unpackPage(numbersOf(bytesOfNumbers(packPage(page)))))
      expect(runOfPages(pages)).toEqual(run)
      for (const page of pages) {
        expect(page.timesMs.length).toBeLessThanOrEqual(pageTimes)
        for (const asOfMs of [page.timesMs[0] ?? 0, (page.timesMs.at(-1) ?? 0) + 1])
          expect(sumUpTo(page, asOfMs)).toBe(sumUpTo(run, asOfMs))
      }
    }),
  )
})

test('numbers are read wherever their bytes lie', () => {
  const numbers = Float64Array.of(1, -2.5, 2 ** 53)
  const shifted = new Uint8Array(numbers.byteLength + 3)
  shifted.set(bytesOfNumbers(numbers), 3)
  expect(numbersOf(shifted.subarray(3))).toEqual(numbers)
  expect(bytesOfNumbers(numbers.subarray(1, 2))).toEqual(new Uint8Array(Float64Array.of(-2.5).buffer))
})

function said(run: Run): readonly number[] {
  return timesMs.map(asOfMs => sumUpTo(run, asOfMs))
}

function walked(journal: readonly JournalEntry[], asOfMs: number): number {
  return journal.filter(({ atMs }) => atMs <= asOfMs).reduce((sum, { amount }) => sum + amount, 0)
}

function packed(journal: readonly JournalEntry[]): PackedEntries {
  const room = roomFor(journal.length)
  packInto(room, 0, journal)
  return room
}
