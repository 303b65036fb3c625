import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountMoment, BalanceAt, JournalEntry, ViewStore } from '../port.ts'
import { changes, commitEach } from './changes.ts'
import { below, randomFrom } from './random.ts'
import { type OpenStores, opened } from './stores-under-test.ts'

const account = 'stock/S1/150101'

/** Accounts and their journals. */
export function accountConformance(current: () => { readonly store: ViewStore }, open: OpenStores): void {
  describe('an account', () => {
    test('holds what was posted, what had happened by a time, what was known at a position, and both', async () => {
      const { store } = current()
      const late = [
        { position: 1, atMs: 30, amount: 100 },
        { position: 2, atMs: 10, amount: -40 },
        { position: 2, atMs: 20, amount: 7 },
      ]
      await store.commit(changes({ postings: { [account]: late } }), { from: 0, to: 5 })
      const expected: readonly (readonly [BalanceAt, number])[] = [
        [{}, 67],
        [{ asOfMs: 9 }, 0],
        [{ asOfMs: 10 }, -40],
        [{ asOfMs: 29 }, -33],
        [{ asOfMs: 30 }, 67],
        [{ knownAt: 0 }, 0],
        [{ knownAt: 1 }, 100],
        [{ knownAt: 99 }, 67],
        [{ asOfMs: 20, knownAt: 1 }, 0],
        [{ asOfMs: 20, knownAt: 2 }, -33],
      ]
      for (const [at, grams] of expected) expect([at, await store.balance(account, at)]).toEqual([at, grams])
      expect(await store.balance('stock/S1/15010')).toBe(0)
    })

    test('keeps its journal in order of position, in any part of it', async () => {
      const { store } = current()
      const entries = journalOf({ seed: 1, count: 300 })
      await commitJournal(store, entries, 45)
      for (const offset of [0, 1, 63, 64, 65, 128, 255, 256, 299, 300, 500])
        for (const limit of [1, 64, 100, 1_000])
          expect(await store.journal(account, { offset, limit })).toEqual(entries.slice(offset, offset + limit))
    })

    test('tells the times at which anything was moved, newest first, and what was moved at one of them', async () => {
      const { store } = current()
      const entries = [
        { position: 1, atMs: 30, amount: 100 },
        { position: 2, atMs: 10, amount: -40 },
        { position: 2, atMs: 20, amount: 7 },
        { position: 3, atMs: 10, amount: 5 },
        { position: 4, atMs: 20, amount: -7 }, // what was moved is undone
      ]
      await store.commit(changes({ postings: { [account]: entries } }), { from: 0, to: 4 })
      const [newest, middle, oldest] = [
        { atMs: 30, balance: 65 },
        { atMs: 20, balance: -35 },
        { atMs: 10, balance: -35 },
      ]
      expect(await store.moments(account, { limit: 10 })).toEqual([newest, middle, oldest])
      expect(await store.moments(account, { limit: 2 })).toEqual([newest, middle])
      expect(await store.moments(account, { beforeMs: 30, limit: 1 })).toEqual([middle])
      expect(await store.moments(account, { beforeMs: 10, limit: 1 })).toEqual([])
      expect(await store.moments('stock/S1/15010', { limit: 1 })).toEqual([])
      expect(await store.entriesAt(account, { atMs: 10, limit: 9 })).toEqual([entries[1], entries[3]])
      expect(await store.entriesAt(account, { atMs: 10, limit: 1 })).toEqual([entries[1]])
      expect(await store.entriesAt(account, { atMs: 11, limit: 9 })).toEqual([])
      expect(await store.entriesAt('stock/S1/15010', { atMs: 10, limit: 9 })).toEqual([])
    })

    test('is found by what its name begins with, and by what is in it', async () => {
      const { store } = current()
      const amounts = { 'a/1': 5, 'a/2': 0, 'a/3': -5, 'a/4': 3, 'a/5': -1, 'b/1': -9, a: 1, 'a/é': 2 }
      const postings = Object.entries(amounts).map(([name, amount]) => [name, [{ position: 1, atMs: 1, amount }]])
      await commitEach(store, changes({ postings: Object.fromEntries(postings) }))
      // The fourth is emptied, the fifth rises above zero, the second falls below it.
      const second = { 'a/4': -3, 'a/5': 2, 'a/2': -1 }
      const more = Object.entries(second).map(([name, amount]) => [name, [{ position: 2, atMs: 1, amount }]])
      await commitEach(store, changes({ postings: Object.fromEntries(more) }))
      const named = async (...asked: Parameters<ViewStore['accounts']>) =>
        (await store.accounts(...asked)).map(each => `${each.account}=${each.total}`)
      const prefix = 'a/'
      expect(await named({ prefix, limit: 10 })).toEqual(['a/1=5', 'a/2=-1', 'a/3=-5', 'a/4=0', 'a/5=1', 'a/é=2'])
      expect(await named({ prefix, limit: 10, only: 'not-zero' })).toEqual([
        'a/1=5',
        'a/2=-1',
        'a/3=-5',
        'a/5=1',
        'a/é=2',
      ])
      expect(await named({ prefix, limit: 10, only: 'negative' })).toEqual(['a/2=-1', 'a/3=-5'])
      expect(await named({ prefix, limit: 2, after: 'a/2' })).toEqual(['a/3=-5', 'a/4=0'])
      expect(await named({ prefix, limit: 2, after: 'a/2', only: 'not-zero' })).toEqual(['a/3=-5', 'a/5=1'])
      expect(await named({ prefix, limit: 2, after: 'a' })).toEqual(['a/1=5', 'a/2=-1'])
      expect(await named({ prefix: '', limit: 10, only: 'negative' })).toEqual(['a/2=-1', 'a/3=-5', 'b/1=-9'])
    })

    test('answers at any time and position, and from time to time, what a walk through its journal answers, however it was committed', async () => {
      const journals = fc.record({
        seed: fc.integer(),
        count: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 200, max: 20_000 })),
        batchMax: fc.integer({ min: 1, max: 3_000 }),
      })
      const run = async ({ seed, count, batchMax }: { seed: number; count: number; batchMax: number }) => {
        const tested = await open()
        const store = await opened(tested.stores)
        try {
          const entries = journalOf({ seed, count })
          await commitJournal(store, entries, Math.max(batchMax, Math.ceil(count / 50)))
          for (const at of probes(entries, randomFrom(seed)))
            expect([at, await store.balance(account, at)]).toEqual([at, naiveBalance(entries, at)])
          const moments = naiveMoments(entries)
          for (const { asOfMs: beforeMs, limit } of momentProbes(entries, randomFrom(seed))) {
            const range = { ...(beforeMs !== undefined && { beforeMs }), limit }
            const expected = moments.filter(({ atMs }) => atMs < (beforeMs ?? Infinity)).slice(0, limit)
            expect([range, await store.moments(account, range)]).toEqual([range, expected])
            const atMs = expected.at(-1)?.atMs ?? 0
            const then = entries.filter(entry => entry.atMs === atMs)
            expect(await store.entriesAt(account, { atMs, limit })).toEqual(then.slice(0, limit))
          }
        } finally {
          await store.close()
          await tested.dispose()
        }
      }
      await fc.assert(fc.asyncProperty(journals, run), { numRuns: 25, endOnFailure: true })
    })
  })
}

/** A journal with times in any order, some of them equal, and several entries of some positions. */
function journalOf({ seed, count }: { readonly seed: number; readonly count: number }): readonly JournalEntry[] {
  const random = randomFrom(seed)
  const timesMs = 1 + below(random, 2 * count + 1)
  let position = 1
  return Array.from({ length: count }, () => {
    position += below(random, 3)
    return { position, atMs: below(random, timesMs), amount: below(random, 2_001) - 1_000 }
  })
}

/** Commits a journal in parts of 1 to `batchMax` entries; the entries of a position stay together. */
async function commitJournal(store: ViewStore, entries: readonly JournalEntry[], batchMax: number): Promise<void> {
  const random = randomFrom(batchMax)
  let from = 0
  for (let first = 0; first < entries.length; ) {
    let end = Math.min(first + 1 + below(random, batchMax), entries.length)
    while (end < entries.length && entries[end]?.position === entries[end - 1]?.position) end++
    const part = entries.slice(first, end)
    const to = part.at(-1)?.position ?? from
    await store.commit(changes({ postings: { [account]: part } }), { from, to })
    from = to
    first = end
  }
}

function probes(entries: readonly JournalEntry[], random: () => number): readonly BalanceAt[] {
  const latestMs = entries.reduce((latest, { atMs }) => Math.max(latest, atMs), 0)
  const last = entries.at(-1)?.position ?? 0
  return Array.from({ length: 40 }, (_, number) => ({
    ...(number % 4 > 0 && { asOfMs: below(random, latestMs + 3) - 1 }),
    ...(number % 3 > 0 && { knownAt: below(random, last + 3) }),
  }))
}

function momentProbes(
  entries: readonly JournalEntry[],
  random: () => number,
): readonly { readonly asOfMs?: number; readonly limit: number }[] {
  return probes(entries, random)
    .slice(0, 8)
    .map(({ asOfMs }) => ({ ...(asOfMs !== undefined && { asOfMs }), limit: 1 + below(random, 2_000) }))
}

function naiveMoments(entries: readonly JournalEntry[]): readonly AccountMoment[] {
  const sums = new Map<number, number>()
  for (const { atMs, amount } of entries) sums.set(atMs, (sums.get(atMs) ?? 0) + amount)
  const moments: AccountMoment[] = []
  let balance = 0
  for (const [atMs, sum] of [...sums].sort(([one], [other]) => one - other)) {
    balance += sum
    moments.push({ atMs, balance })
  }
  return moments.toReversed()
}

function naiveBalance(entries: readonly JournalEntry[], { asOfMs = Infinity, knownAt = Infinity }: BalanceAt): number {
  let sum = 0
  for (const { position, atMs, amount } of entries) if (position <= knownAt && atMs <= asOfMs) sum += amount
  return sum
}
