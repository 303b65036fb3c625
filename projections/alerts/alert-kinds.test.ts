import { languages } from '@athar/events/language.ts'
import { warningTypes } from '@athar/events/warnings.ts'
import { describe, expect, test } from 'vitest'
import { alertDetail, alertKinds, alertLabel } from './alert-kinds.ts'

test('every warning of the ledger is a kind of alert', () => {
  expect(alertKinds).toEqual(expect.arrayContaining(Object.keys(warningTypes)))
})

describe.each(alertKinds)('%s', kind => {
  test('has a name of its own in every language', () => {
    for (const language of languages) {
      const label = alertLabel(kind, language)
      expect(label).not.toMatch(/[{}]/)
      expect(alertKinds.filter(other => alertLabel(other, language) === label)).toEqual([kind])
    }
  })

  test('says the same things in every language', () => {
    const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
    const [first, ...others] = languages.map(language => placesIn(alertDetail(kind, {}, language)))
    for (const other of others) expect(other).toEqual(first)
  })

  test('isolates codes and Latin letters in Arabic', () => {
    const around = alertDetail(kind, {}, 'ar')
      .replace(/\u2068[^\u2068\u2069]*\u2069/g, '')
      .replace(/\{\w+\}/g, '')
    expect(around).not.toMatch(/[A-Za-z%/_]|\d\D?[-:.]\D?\d/)
  })
})
