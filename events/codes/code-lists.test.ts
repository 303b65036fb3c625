import { describe, expect, test } from 'vitest'
import { languages } from '../language.ts'
import { codeList } from './code-list.ts'
import { builtInLists, CodeLists, lookUpWaste } from './code-lists.ts'
import { parseNationalList } from './national-list.ts'
import { sample } from './testing/national-list-sample.ts'

describe('the code lists', () => {
  test('are there from the start', () => {
    expect(new CodeLists().names()).toEqual([
      'operations',
      'hazards',
      'packagings',
      'refusal-reasons',
      'wilayas',
      'low',
    ])
  })

  test.each([
    ['operations', 28],
    ['hazards', 15],
    ['packagings', 12],
    ['refusal-reasons', 7],
    ['wilayas', 69],
    ['low', 842],
  ])('%s has %i codes', (name, count) => {
    expect(new CodeLists().get(name)?.entries).toHaveLength(count)
  })

  test.each(builtInLists.map(list => [list.name, list] as const))('%s can be read in Arabic', (_, list) => {
    const arabic = /\p{Script=Arabic}/u
    expect([list.title, ...list.entries.map(one => one.labels)].filter(labels => !arabic.test(labels.ar))).toEqual([])
  })

  test.each(builtInLists.filter(list => list.name !== 'wilayas').map(list => [list.name, list] as const))(
    '%s has the apostrophe of French texts; names of places keep the one they are typed with',
    (_, list) => {
      expect([list.title, ...list.entries.map(one => one.labels)].filter(({ fr }) => fr.includes("'"))).toEqual([])
    },
  )

  test.each(
    builtInLists
      .filter(list => list.name !== 'low')
      .flatMap(list => languages.map(language => [list, language] as const)),
  )('no two codes of $name look the same', (list, language) => {
    expect(new Set(list.entries.map(one => one.labels[language])).size).toBe(list.entries.length)
  })

  test('a list that is not there is not found', () => {
    expect(new CodeLists().get('dz')).toBeUndefined()
  })

  test('a further list is found under its name', () => {
    const lists = new CodeLists()
    lists.add(nationalSample())
    expect(lists.get('dz')?.find('A2:2.1.5')?.labels.fr).toBe('Boues d\'huile, de "fond de cuve"')
    expect(lists.names()).toContain('dz')
  })

  test('a list does not take the place of another', () => {
    const title = { en: 'Test', fr: 'Essai', ar: 'تجربة' }
    const impostor = codeList({ name: 'low', title, source: 'test', entries: [] })
    expect(() => new CodeLists().add(impostor)).toThrow('"low" is there already')
  })
})

describe('looking up a waste', () => {
  test('finds it in the list of waste unless another list is named', () => {
    expect(lookUpWaste('130205')).toMatchObject({ list: 'low', hazardous: true })
  })

  test('finds none before the code existed', () => {
    expect(lookUpWaste('160307', 'low', '2015-05-31T12:00:00+01:00')).toBeUndefined()
  })

  test('finds none in a list that is not there', () => {
    expect(lookUpWaste('130205', 'dz')).toBeUndefined()
  })

  test('does not take an operation for a waste', () => {
    expect(lookUpWaste('D15', 'operations')).toBeUndefined()
  })

  test('finds a waste of the national list once that is loaded', () => {
    const lists = new CodeLists()
    lists.add(nationalSample())
    expect(lookUpWaste('A2:2.1.5', 'dz', '2026-11-22', lists)).toMatchObject({ class: 'SD', hazardous: true })
  })
})

function nationalSample() {
  const parsed = parseNationalList(sample())
  if ('errors' in parsed) throw new Error(`The sample does not parse: ${JSON.stringify(parsed.errors)}`)
  return parsed.list
}
