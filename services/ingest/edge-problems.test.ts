import { languages } from '@athar/events/language.ts'
import { problemTypes } from '@athar/events/problems.ts'
import { describe, expect, test } from 'vitest'
import { edgeProblemTypes } from './edge-problems.ts'

describe.each(Object.entries(edgeProblemTypes))('%s', (code, { title, detail }) => {
  test('is in one catalogue only', () => expect(problemTypes).not.toHaveProperty(code))

  test('says the same in every language, with the same values', () => {
    const values = languages.map(language => (detail[language].match(/\{\w+\}/g) ?? []).sort())
    for (const each of values) expect(each).toEqual(values[0])
    for (const language of languages) expect(title[language]).not.toBe('')
  })
})
