import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import type { ViewStore } from '@athar/infra/view-store/port.ts'
import type { Projection } from '@athar/projections/projection.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { FoldedInMemory } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Deriving } from './deriving.ts'
import { FoldWindow } from './fold-window.ts'
import { contentsOf } from './testing/contents.ts'
import { counts, lotOn, shelvesFold, weights } from './testing/shelves.ts'

const projections = [weights(), counts()]

const lotEvents = fc
  .array(
    fc.record({
      shelf: fc.constantFrom('S-A', 'S-B', 'S-C'),
      lot: fc.constantFrom('L-1', 'L-2', 'L-3', 'L-4'),
      kg: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 40 },
  )
  .map(all => arrived(all.map(({ shelf, lot, kg }, index) => lotOn(shelf, lot, kg, `e-${index}`, 'counted'))))

test('whatever is taken in at once and kept in memory, documents and all that follows are those of a naive fold', async () => {
  await fc.assert(
    fc.asyncProperty(
      lotEvents,
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 5 }),
      async (events, sizes, cachedDocumentsMax) => {
        const store = await emptyStore(projections)
        const window = new FoldWindow({
          fold: shelvesFold,
          deriving: new Deriving(projections),
          store,
          cachedDocumentsMax,
        })
        let from = 0
        for (let turn = 0, rest = events; rest.length > 0; turn++) {
          const batch = rest.slice(0, sizes[turn % sizes.length])
          rest = rest.slice(batch.length)
          await window.take(batch)
          if (turn % 2 === 0 && rest.length > 0) continue // several batches a commit
          const to = batch.at(-1)?.position ?? from
          await store.commit(window.changes(), { from, to })
          window.clean()
          from = to
        }
        const naive = new FoldedInMemory(projections)
        for (const event of events) naive.take(event)
        expect(await linesOf(store)).toEqual(naiveLines(naive))
      },
    ),
  )
})

test('an event moves what was posted before it, under its own position, and what comes to nothing is not journaled', async () => {
  const store = await emptyStore(projections)
  const window = new FoldWindow({
    fold: shelvesFold,
    deriving: new Deriving(projections),
    store,
    cachedDocumentsMax: 0,
  })
  const events = arrived([
    lotOn('S-A', 'L-1', 5, 'made', 'counted'),
    lotOn('S-B', 'L-1', 2, 'moved', 'counted'),
    lotOn('S-B', 'L-1', 2, 'again', 'counted'),
  ])
  await window.take(events)
  const { postings } = window.changes()
  const amounts = (account: string) => postings.get(account)?.map(({ position, amount }) => [position, amount])
  expect(amounts('shelf:S-A')).toEqual([
    [1, 5],
    [2, -5],
  ])
  expect(amounts('shelf:S-B')).toEqual([
    [2, 5],
    [2, 2],
    [3, 2],
  ])
})

test('a fold that touches what it has not named is found out, also when the document happens to be in memory', async () => {
  const careless = { ...shelvesFold, reads: () => ['lot/L-1'] }
  const store = await emptyStore([])
  const window = new FoldWindow({ fold: careless, deriving: new Deriving([]), store, cachedDocumentsMax: 100 })
  await expect(window.take(arrived([lotOn('S-A', 'L-1', 5, 'made')]))).rejects.toMatchObject({
    name: 'FoldPoison',
    at: 1,
    message: expect.stringContaining('touches shelf/S-A, which it has not named'),
  })
})

async function emptyStore(served: readonly Projection[]): Promise<ViewStore> {
  const store = await new MemoryViewStores().open('shelves-b1-d0', shelvesFold)
  if (store instanceof Error) throw store
  await store.serve(served.map(({ name, version }) => ({ name, version })))
  return store
}

/** Sums of an account that fall on one event and one time are one entry, and their order within an event says nothing. */
async function linesOf(store: ViewStore): Promise<readonly string[]> {
  const lines = await contentsOf(store)
  return lines.map(line => (line.startsWith('account ') ? summed(line) : line))
}

function summed(line: string): string {
  const start = line.indexOf(' ', line.indexOf('\0'))
  const entries = line
    .slice(start + 1)
    .split('\n')
    .map(entry => entry.split(' ').map(Number))
  return `account ${line.slice('account '.length, line.indexOf('\0'))} ${summedEntries(entries)}`
}

function summedEntries(entries: readonly (readonly number[])[]): string {
  const sums = new Map<string, number>()
  for (const [position, atMs, amount = 0] of entries)
    sums.set(`${position} ${atMs}`, (sums.get(`${position} ${atMs}`) ?? 0) + amount)
  return JSON.stringify([...sums].filter(([, amount]) => amount !== 0).sort())
}

function naiveLines(naive: FoldedInMemory): readonly string[] {
  const accounts = [...naive.accounts().keys()].map(
    account =>
      `account ${account} ${summedEntries(naive.journal(account).map(each => [each.position, each.atMs, each.amount]))}`,
  )
  const documents = Array.from(naive.documents(), ([key, document]) => `document ${key} ${JSON.stringify(document)}`)
  const entries = naive
    .indexes()
    .flatMap(index => naive.entries(index).map(({ sort, key }) => `entry ${index}\0${sort}\0${key} `))
  const tallies = Array.from(naive.tallies(), ([tally, amount]) => `tally ${tally} ${amount}`)
  return [...accounts, ...documents, ...entries.sort(), ...tallies]
}
