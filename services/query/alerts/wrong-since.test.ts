import type { JournalEntry } from '@athar/infra/view-store/port.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrongSince } from './wrong-since.ts'

function ledgerOf(journal: readonly JournalEntry[]) {
  return {
    journal: async (_account: string, { offset, limit }: { offset: number; limit: number }) =>
      journal.slice(offset, offset + limit),
  }
}

/** An hour between an event and the next. */
function journalOf(amounts: readonly number[]): readonly JournalEntry[] {
  return amounts.map((amount, index) => ({ position: index + 1, atMs: index * 3_600_000, amount }))
}

const belowZero = (balance: number) => balance < 0

function sinceIn(amounts: readonly number[]) {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  return wrongSince(ledgerOf(journalOf(amounts)), 'stock/S-PLANT/170405', total, belowZero)
}

describe('an account is wrong', () => {
  test('since the newest entry that made it so', async () => {
    expect(await sinceIn([-5, 10, 2, -20, 1])).toEqual({ sinceMs: 3 * 3_600_000, positions: [4, 5] })
  })

  test('since its first entry when it never was right', async () => {
    expect(await sinceIn([-5, 1])).toEqual({ sinceMs: 0, positions: [1, 2] })
  })

  test('with no more than the first ten events as proof', async () => {
    const found = await sinceIn([1, ...Array.from({ length: 30 }, () => -1)])
    expect(found?.positions).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('since the oldest entry looked at, when it has been so for longer than is looked at', async () => {
    const found = await sinceIn(Array.from({ length: 5_000 }, () => -1))
    expect(found?.sinceMs).toBe(4_000 * 3_600_000)
  })
})

test('in journals of any length it is what walking through all of it finds', async () => {
  const amounts = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 900 })
  await fc.assert(
    fc.asyncProperty(amounts, async amounts => {
      let balance = 0
      let since: number | undefined
      for (const [index, amount] of amounts.entries()) {
        if (balance >= 0 && balance + amount < 0) since = index
        balance += amount
      }
      if (balance < 0) expect((await sinceIn(amounts))?.sinceMs).toBe((since ?? 0) * 3_600_000)
    }),
    { numRuns: 200 },
  )
})
