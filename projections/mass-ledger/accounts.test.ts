import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Account, accountName, accountOf, accountPrefix, isBooked } from './accounts.ts'

const reference = fc.stringMatching(/^[A-Za-z0-9\-_.:]{1,20}$/)
const code = fc.oneof(fc.stringMatching(/^\d{6}$/), fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9:.\- ]{0,15}$/))

const account: fc.Arbitrary<Account> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('produced', 'transit', 'loss', 'discrepancy', 'adjusted', 'held'),
    site: reference,
  }),
  fc.record({ kind: fc.constant('stock' as const), site: reference, code }),
  fc.record({ kind: fc.constant('fate' as const), site: reference, operation: fc.constantFrom('R4', 'D10') }),
  fc.record({ kind: fc.constant('lot' as const), site: reference, code, lot: reference }),
)

function nameOf(account: Account): string {
  switch (account.kind) {
    case 'stock':
      return accountName.stock(account.site, account.code)
    case 'fate':
      return accountName.fate(account.site, account.operation)
    case 'lot':
      return accountName.lot(account.site, account.code, account.lot)
    default:
      return accountName[account.kind](account.site)
  }
}

describe('the name of an account', () => {
  test('reads back as the account, whatever its references look like', () => {
    fc.assert(
      fc.property(account, one => {
        expect(accountOf(nameOf(one))).toEqual(one)
      }),
    )
  })

  test('is that of one account only', () => {
    fc.assert(
      fc.property(account, account, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(nameOf(one)).not.toBe(nameOf(other))
      }),
    )
  })

  test.each([
    '',
    'stock',
    'stock/S-1',
    'stock/S-1/170405/L-1',
    'lot/S-1/170405',
    'lot/S-1/170405/L-1/x',
    'fate/S-1',
    'fate/S-1/R4/x',
    'held/',
    'cash/S-1',
    'produced/S-1/x',
  ])('"%s" is that of none', name => expect(accountOf(name)).toBeUndefined())
})

test('the stocks of a site begin alike, and those of a site with a longer name do not', () => {
  expect(accountName.stock('S-1', '170405').startsWith(accountPrefix.stocksOf('S-1'))).toBe(true)
  expect(accountName.stock('S-10', '170405').startsWith(accountPrefix.stocksOf('S-1'))).toBe(false)
})

test('lots and what a site holds say the stock again, and are not added up', () => {
  expect(isBooked(accountName.stock('S-1', '170405'))).toBe(true)
  expect(isBooked(accountName.lot('S-1', '170405', 'L-1'))).toBe(false)
  expect(isBooked(accountName.held('S-1'))).toBe(false)
})
