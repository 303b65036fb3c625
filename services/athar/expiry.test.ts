import { expect, test } from 'vitest'
import { expiry, expiryOrWord } from './expiry.ts'

test('a day counts to its end in Algiers', () => {
  expect(expiry.parse('2027-12-31')).toEqual({ atMs: Date.parse('2028-01-01T00:00:00+01:00') })
})

test('a time counts as it says', () => {
  expect(expiry.parse('2027-12-31T18:00:00+01:00')).toEqual({ atMs: Date.parse('2027-12-31T17:00:00Z') })
})

test.each(['tomorrow', '2027-02-29', '2027-12-31T18:00:00', '31/12/2027', ''])('%j is no end', written => {
  expect(expiry.safeParse(written).error?.issues[0]?.message).toContain('must be a day')
  expect(expiryOrWord.safeParse(written).error?.issues[0]?.message).toContain('must be now, never, a day')
})

test('now and never are words for where a key exists', () => {
  expect(expiryOrWord.parse('now')).toBe('now')
  expect(expiryOrWord.parse('never')).toBe('never')
  expect(expiry.safeParse('now').success).toBe(false)
})
