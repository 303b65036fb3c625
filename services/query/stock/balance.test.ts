import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { expect, test } from 'vitest'
import { balance } from './balance.ts'

/** A view that has these sums. */
function viewOf(sums: Readonly<Record<string, number>>): Pick<ViewReader, 'tallies'> {
  return {
    async tallies({ prefix, limit }) {
      const named = Object.entries(sums).filter(([tally]) => tally.startsWith(prefix))
      return named.slice(0, limit).map(([tally, total]) => ({ tally, total }))
    },
  }
}

test('grams that the books have made of nothing show as more than nothing, and lost ones as less', async () => {
  const whole = { 'mass-ledger:produced': -1_000, 'mass-ledger:stock': 300, 'mass-ledger:fate:R4': 700 }
  const sumOf = async (sums: Record<string, number>) => (await balance(viewOf(sums) as ViewReader)).sumGrams
  expect(await sumOf(whole)).toBe(0)
  expect(await sumOf({ ...whole, 'mass-ledger:stock': 301 })).toBe(1)
  expect(await sumOf({ ...whole, 'mass-ledger:fate:R4': 698 })).toBe(-2)
})

test('what nothing was ever booked on is nothing', async () => {
  const { kinds, fates, sumGrams } = await balance(viewOf({}) as ViewReader)
  expect(new Set(Object.values(kinds))).toEqual(new Set([0]))
  expect([fates.size, sumGrams]).toEqual([0, 0])
})
