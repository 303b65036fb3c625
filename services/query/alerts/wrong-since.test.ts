import type { JournalEntry, MomentRange } from '@athar/infra/view-store/port.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksMax, type Rule, wrongSince } from './wrong-since.ts'

const hourMs = 3_600_000
const account = 'stock/S-PLANT/170405'

/** What happened in an account, in order of recording: so much, and at which hour. */
type Happened = readonly (readonly [grams: number, hour: number])[]

class Ledger {
  reads = 0
  readonly #journal: readonly JournalEntry[]
  readonly #moments: readonly { readonly atMs: number; readonly balance: number }[]

  constructor(happened: Happened) {
    this.#journal = happened.map(([amount, hour], index) => ({ position: index + 1, atMs: hour * hourMs, amount }))
    const byTime = Map.groupBy(this.#journal, ({ atMs }) => atMs)
    let balance = 0
    const inOrder = [...byTime].sort(([one], [other]) => one - other)
    this.#moments = inOrder
      .map(([atMs, entries]) => {
        for (const { amount } of entries) balance += amount
        return { atMs, balance }
      })
      .reverse()
  }

  async moments(_account: string, { beforeMs = Infinity, limit }: MomentRange) {
    this.reads++
    return this.#moments.filter(({ atMs }) => atMs < beforeMs).slice(0, limit)
  }

  async entriesAt(_account: string, { atMs, limit }: { readonly atMs: number; readonly limit: number }) {
    return this.#journal.filter(entry => entry.atMs === atMs).slice(0, limit)
  }

  async balance(_account: string, { asOfMs = Infinity }: { readonly asOfMs?: number } = {}) {
    this.reads++
    return this.#moments.find(({ atMs }) => atMs <= asOfMs)?.balance ?? 0
  }
}

const belowZero: Rule = { fromMs: -Infinity, isWrong: balance => balance < 0, positions: [] }

/** From an hour on no more than this, by the event at a position. */
function capacity(grams: number, fromHour: number, position = 900): Rule {
  return { fromMs: fromHour * hourMs, isWrong: balance => balance > grams, positions: [position] }
}

async function sinceIn(happened: Happened, rules: readonly Rule[] = [belowZero]) {
  const since = await wrongSince(new Ledger(happened), account, rules)
  return since && { hour: since.sinceMs / hourMs, positions: since.positions }
}

describe('an account is wrong', () => {
  test('since the time at which it became so, whatever was recorded last', async () => {
    expect(
      await sinceIn([
        [100, 1],
        [-60, 5],
        [-60, 3],
      ]),
    ).toEqual({ hour: 5, positions: [2] })
  })

  test('since the last time, when it had recovered', async () => {
    expect(
      await sinceIn([
        [-5, 1],
        [10, 2],
        [-20, 4],
        [1, 5],
      ]),
    ).toEqual({ hour: 4, positions: [3] })
  })

  test('not since a time in the middle of which it was right', async () => {
    const back: Happened = [
      [-5, 1],
      [5, 1],
      [-1, 2],
      [7, 3],
      [-7, 3],
    ]
    expect(await sinceIn(back)).toEqual({ hour: 2, positions: [3] })
  })

  test('since its first entry when it never was right', async () => {
    expect(
      await sinceIn([
        [1, 2],
        [-5, 1],
      ]),
    ).toEqual({ hour: 1, positions: [2] })
  })

  test('with no more than the first ten events of that time as proof', async () => {
    const found = await sinceIn(Array.from({ length: 30 }, () => [-1, 7] as const))
    expect(found).toEqual({ hour: 7, positions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
  })

  test('not at all when it is right now', async () => {
    expect(
      await sinceIn([
        [-5, 1],
        [5, 2],
      ]),
    ).toBeUndefined()
    expect(await sinceIn([])).toBeUndefined()
  })
})

describe('what is allowed changes', () => {
  const held: Happened = [[100, 2]]

  test('and the account is wrong since it is less, by the event that made it less', async () => {
    expect(await sinceIn(held, [capacity(50, 10, 7), capacity(200, 1)])).toEqual({ hour: 10, positions: [7] })
  })

  test('and what was too much stays too much', async () => {
    expect(await sinceIn(held, [capacity(60, 10), capacity(50, 1)])).toEqual({ hour: 2, positions: [1] })
  })

  test('and nothing was wrong before the first rule', async () => {
    expect(await sinceIn(held, [capacity(60, 10), capacity(50, 8, 3)])).toEqual({ hour: 8, positions: [3] })
  })

  test('at the very moment at which something happens', async () => {
    expect(await sinceIn([...held, [50, 10]], [capacity(120, 10, 7), capacity(100, 1)])).toEqual({
      hour: 10,
      positions: [2, 7],
    })
  })
})

test('whatever was recorded when, it is the last time at which walking through all of it finds it to go wrong', async () => {
  const hour = fc.integer({ min: 0, max: 400 })
  const happened = fc.array(fc.tuple(fc.integer({ min: -3, max: 4 }), hour), { minLength: 1, maxLength: 900 })
  const capacities = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), hour), {
    maxLength: 6,
    selector: ([, fromHour]) => fromHour,
  })
  await fc.assert(
    fc.asyncProperty(happened, fc.option(capacities), async (happened, capacities) => {
      const rules = capacities?.map(([grams, fromHour]) => capacity(grams, fromHour)) ?? [belowZero]
      rules.sort((one, other) => other.fromMs - one.fromMs)
      const since = await sinceIn(happened, rules)
      expect(since?.hour).toBe(naiveSince(happened, rules))
    }),
    { numRuns: 400 },
  )
})

function naiveSince(happened: Happened, rules: readonly Rule[]): number | undefined {
  let since: number | undefined
  for (let hour = 0; hour <= 400; hour++) {
    const balance = happened.reduce((sum, [grams, at]) => (at <= hour ? sum + grams : sum), 0)
    const rule = rules.find(({ fromMs }) => fromMs <= hour * hourMs)
    since = rule?.isWrong(balance) ? (since ?? hour) : undefined
  }
  return since
}

describe('an account that has been wrong for longer than is looked at', () => {
  const ups = Array.from({ length: 3 * looksMax }, (_, hour) => [hour % 2 === 0 ? 1 : -1, hour] as const)

  test('is wrong since the time at which it became so', async () => {
    const ledger = new Ledger([...ups, [-1_000, 777.5]])
    const since = await wrongSince(ledger, account, [belowZero])
    expect(since).toEqual({ sinceMs: 777.5 * hourMs, positions: [ups.length + 1], looks: looksMax })
    expect(ledger.reads).toBeLessThan(60)
  })

  test('or since a rule that has held for as long', async () => {
    const since = await wrongSince(new Ledger([[100, -1], ...ups]), account, [capacity(50, 777), capacity(500, -2)])
    expect(since?.sinceMs).toBe(777 * hourMs)
  })

  test('went wrong then, though it may have recovered for a while', async () => {
    const recovered: Happened = [
      [-1_000, 3],
      [2_000, 100.25],
      [-2_000, 100.75],
    ]
    const ledger = new Ledger([...ups, ...recovered])
    const sinceMs = (await wrongSince(ledger, account, [belowZero]))?.sinceMs ?? 0
    expect(await ledger.balance(account, { asOfMs: sinceMs })).toBeLessThan(0)
    expect(await ledger.balance(account, { asOfMs: sinceMs - 1 })).toBeGreaterThanOrEqual(0)
  })
})
