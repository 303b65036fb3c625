import { languages } from '@athar/events/language.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { negotiateLanguage } from './accept-language.ts'

describe('the language of an answer', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ar', 'ar'],
    ['fr-DZ', 'fr'],
    ['AR-dz', 'ar'],
    ['fr;q=0.5, ar;q=0.9', 'ar'],
    ['fr;q=0.5,ar;q=0.5', 'fr'],
    ['de, fr;q=0.1', 'fr'],
    ['de', 'en'],
    ['*', 'en'],
    ['ar;q=0', 'en'],
    ['ar;q=0, fr;q=0.1', 'fr'],
    ['ar;level=1;q=0.4, fr;q=0.3', 'ar'],
    ['arabic', 'en'],
    ['fr;q=nonsense, ar;q=0.2', 'ar'],
  ] as const)('of a caller who asks for "%s" is %s', (asked, spoken) => {
    expect(negotiateLanguage(asked)).toBe(spoken)
  })

  test('is one of three, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), header => {
        expect(languages).toContain(negotiateLanguage(header))
      }),
    )
  })
})
