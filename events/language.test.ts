import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTemplate, languages, negotiateLanguage } from './language.ts'

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

describe('a template', () => {
  test('has its places filled by name, as often as they occur', () => {
    expect(fillTemplate('{a} and {b}, {a}', { a: 1, b: 'two' }, 'fr')).toBe('1 and two, 1')
  })

  test('keeps a place for which there is no value, so that it is seen', () => {
    expect(fillTemplate('{a} {toString}', {}, 'en')).not.toContain('undefined')
    expect(fillTemplate('{a}', {}, 'en')).toBe('{a}')
    expect(fillTemplate('{{a}} {a b} {', { a: 1 }, 'en')).toBe('{1} {a b} {')
  })

  test('isolates each value in Arabic, so that a plate keeps its direction', () => {
    expect(fillTemplate('المركبة {plate}.', { plate: '00123-118-16' }, 'ar')).toBe('المركبة \u206800123-118-16\u2069.')
  })

  test('says a value that is words in its own language, places and all', () => {
    const weight = { labels: { en: '{kg} kilograms', fr: '{kg} kilogrammes', ar: '{kg} كيلوغرام' }, values: { kg: 5 } }
    expect(fillTemplate('<{weight}>', { weight }, 'fr')).toBe('<5 kilogrammes>')
    expect(fillTemplate('<{weight}>', { weight }, 'ar')).toBe('<\u2068\u20685\u2069 كيلوغرام\u2069>')
  })

  test('takes a value as it is, even one that looks like a template or a replacement', () => {
    for (const value of ['{b}', '$&', '$1', '\\'])
      expect(fillTemplate('<{a}>', { a: value, b: 'x' }, 'en')).toBe(`<${value}>`)
  })
})
