import { describe, expect, test } from 'vitest'
import { fillTemplate } from './language.ts'

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
