import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallWorld } from '../testing/arbitrary-world.ts'
import { arrived } from '../testing/arrived.ts'
import { FoldedInMemory, fold, foldArrived } from '../testing/fold-in-memory.ts'
import { isBooked } from './accounts.ts'
import { massLedgerProjection } from './mass-ledger-projection.ts'
import { sumOf } from './testing/books.ts'

const projections = [massLedgerProjection]
const arrivals = smallWorld.chain(arrivalsOf)
const noon = Date.parse('2026-11-22T12:00:00+01:00')
const minutesMs = fc.integer({ min: 0, max: 60 }).map(minute => noon + minute * 60_000)

describe('whatever happened, and in whatever order it is told,', () => {
  test('all accounts together are zero after every event, at every time', () => {
    fc.assert(
      fc.property(arrivals, minutesMs, (events, asOfMs) => {
        const journal = new FoldedInMemory(projections)
        for (const event of arrived(events)) {
          journal.take(event)
          expect(sumOf(journal)).toBe(0)
          expect(sumOf(journal, { asOfMs })).toBe(0)
        }
      }),
    )
  })

  test('each movement, treatment and lot adds up to zero by itself', () => {
    fc.assert(
      fc.property(arrivals, events => {
        const journal = foldArrived(projections, events)
        for (const key of journal.documents().keys()) {
          const booked = journal.postings(key).filter(({ account }) => isBooked(account))
          expect(booked.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
        }
      }),
    )
  })

  test('the same events end in the same journal, at any time', () => {
    fc.assert(
      fc.property(
        smallWorld.chain(events => fc.tuple(arrivalsOf(events), arrivalsOf(events))),
        minutesMs,
        ([once, otherwise], asOfMs) => {
          const journal = foldArrived(projections, once)
          const other = foldArrived(projections, otherwise)
          for (const key of journal.documents().keys()) expect(other.postings(key)).toEqual(journal.postings(key))
          expect(balances(other, { asOfMs })).toEqual(balances(journal, { asOfMs }))
          expect(balances(other)).toEqual(balances(journal))
          expect(other.tallies()).toEqual(journal.tallies())
        },
      ),
    )
  })

  test('what was known at a position is what the events up to there tell', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(), minutesMs, (events, place, asOfMs) => {
        const told = arrived(events)
        const knownAt = place % (told.length + 1)
        const journal = fold(projections, told)
        const then = fold(projections, told.slice(0, knownAt))
        expect(balances(journal, { knownAt })).toEqual(balances(then))
        expect(balances(journal, { knownAt, asOfMs })).toEqual(balances(then, { asOfMs }))
      }),
    )
  })

  test('a stock is the sum of its lots, and what a site holds the sum of its stocks', () => {
    fc.assert(
      fc.property(arrivals, minutesMs, (events, asOfMs) => {
        const journal = foldArrived(projections, events)
        const sumOfAccounts = (prefix: string) =>
          [...journal.accounts(prefix).keys()].reduce((sum, account) => sum + journal.balance(account, { asOfMs }), 0)
        for (const stock of journal.accounts('stock/').keys())
          expect(journal.balance(stock, { asOfMs })).toBe(sumOfAccounts(`${stock.replace('stock/', 'lot/')}/`))
        for (const held of journal.accounts('held/').keys())
          expect(journal.balance(held, { asOfMs })).toBe(sumOfAccounts(`${held.replace('held/', 'stock/')}/`))
      }),
    )
  })

  test('the sums are those of the accounts', () => {
    fc.assert(
      fc.property(arrivals, events => {
        const journal = foldArrived(projections, events)
        const expected = new Map<string, number>()
        const add = (tally: string, grams: number) => expected.set(tally, (expected.get(tally) ?? 0) + grams)
        for (const [account, grams] of journal.accounts()) {
          const [kind, site, rest] = account.split('/')
          if (kind === 'fate') add(`mass-ledger:fate:${rest}`, grams)
          else if (isBooked(account)) add(`mass-ledger:${kind}`, grams)
          if (kind === 'stock') add(`mass-ledger:stock-of:${rest}/${site}`, grams)
        }
        expect(Object.fromEntries(journal.tallies())).toEqual(
          Object.fromEntries([...expected].filter(([, grams]) => grams !== 0)),
        )
      }),
    )
  })
})

function balances(journal: FoldedInMemory, at: { asOfMs?: number; knownAt?: number } = {}) {
  const found = [...journal.accounts().keys()].map(account => [account, journal.balance(account, at)] as const)
  return Object.fromEntries(found.filter(([, grams]) => grams !== 0))
}
