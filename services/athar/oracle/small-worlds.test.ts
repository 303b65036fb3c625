import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { type FoldedInMemory, fold } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Moment, naiveBooks } from './naive-books.ts'

const noon = Date.parse('2026-11-22T12:00:00+01:00')
const asOfMs = fc.option(
  fc.integer({ min: 0, max: 60 }).map(minute => noon + minute * 60_000),
  { nil: undefined },
)

test('the mass journal is what the naive books say, at any time, as known at any position', () => {
  fc.assert(
    fc.property(
      smallWorld.chain(arrivalsOf),
      asOfMs,
      fc.option(fc.nat(40), { nil: undefined }),
      (told, asOfMs, knownAt) => {
        const events = arrived(told)
        const journal = fold([massLedgerProjection], events)
        expect(booksOf(journal, { asOfMs, knownAt })).toEqual(sorted(naiveBooks(events, { asOfMs, knownAt })))
      },
    ),
    { numRuns: 1000 },
  )
})

/** Every account but what sites hold, in the words of the naive books. */
function booksOf(journal: FoldedInMemory, { asOfMs, knownAt }: Moment): Readonly<Record<string, number>> {
  const at = { ...(asOfMs !== undefined && { asOfMs }), ...(knownAt !== undefined && { knownAt }) }
  const sums = new Map<string, number>()
  for (const account of journal.accounts().keys()) {
    const [kind = '', ...references] = account.split('/')
    if (kind === 'held') continue
    const name = kind === 'stock' || kind === 'lot' ? [kind, ...references].join(' ') : kind
    const named = kind === 'fate' ? `fate ${references[1]}` : name
    sums.set(named, (sums.get(named) ?? 0) + journal.balance(account, at))
  }
  return sorted(new Map([...sums].filter(([, grams]) => grams !== 0)))
}

function sorted(sums: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...sums].sort(([one], [other]) => (one < other ? -1 : 1)))
}
