import { describe, expect, test } from 'vitest'
import { fieldErrorTypes } from './field-errors.ts'
import { type Labels, languages } from './language.ts'
import { phrases } from './phrases.ts'
import { problemTypes } from './problems.ts'
import { warningTypes } from './warnings.ts'

/** Every sentence that the ledger may say, under a name that says where it stands. */
const sentences: readonly (readonly [where: string, words: Labels])[] = [
  ...Object.entries(problemTypes).flatMap(([code, { title, detail }]) => [
    [`problem ${code}, title`, title] as const,
    [`problem ${code}, detail`, detail] as const,
  ]),
  ...Object.entries(fieldErrorTypes).map(([code, words]) => [`field error ${code}`, words] as const),
  ...Object.entries(warningTypes).map(([code, words]) => [`warning ${code}`, words] as const),
  ...Object.entries(phrases).map(([name, words]) => [`phrase ${name}`, words] as const),
]

const isolate = /\u2068[^\u2068\u2069]*\u2069/g

function placesOf(template: string): readonly string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort()
}

describe.each(sentences)('%s', (_, words) => {
  test('has the same places in each language', () => {
    expect(placesOf(words.fr)).toEqual(placesOf(words.en))
    expect(placesOf(words.ar)).toEqual(placesOf(words.en))
  })

  test.each(languages)('says something in "%s", in composed Unicode, without spaces around it', language => {
    const text = words[language]
    expect(text).toMatch(/\p{L}{2}/u)
    expect(text).toBe(text.trim().normalize('NFC'))
  })

  test('is in Arabic script in Arabic only', () => {
    expect(words.ar).toMatch(/\p{Script=Arabic}/u)
    expect(words.en + words.fr).not.toMatch(/\p{Script=Arabic}/u)
  })

  test('isolates codes and Latin letters in Arabic', () => {
    const around = words.ar.replace(isolate, '').replace(/\{\w+\}/g, '')
    expect(around).not.toMatch(/[A-Za-z%/_]|\d\D?[-:.]\D?\d/)
  })

  test('has the apostrophe and the quotation marks of French', () => {
    expect(words.fr).not.toMatch(/['"“”]/)
  })

  test('has braces around places only', () => {
    for (const language of languages) expect(words[language].replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/)
  })
})

test('a detail may be longer than a line, a title may not', () => {
  for (const { title } of Object.values(problemTypes))
    for (const language of languages) expect(title[language].length).toBeLessThanOrEqual(40)
})
