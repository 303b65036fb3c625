import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Code, codeList, conflictsIn } from './code-list.ts'

const labels = { en: 'Sand', fr: 'Sable', ar: 'رمل' }
const title = { en: 'Test', fr: 'Essai', ar: 'تجربة' }

function listOf(...entries: readonly Code[]) {
  return codeList({ name: 'test', title, source: 'test', entries })
}

function entry(code: string, validFrom: string, validTo?: string): Code {
  return validTo === undefined ? { code, labels, validFrom } : { code, labels, validFrom, validTo }
}

describe('a code that changed its meaning', () => {
  const old = entry('A', '2002-01-01', '2015-05-31')
  const current = entry('A', '2015-06-01')
  const list = listOf(old, current)

  test('has its old meaning on the last day of it', () => {
    expect(list.find('A', '2015-05-31')).toBe(old)
  })

  test('has its new meaning on the first day of it', () => {
    expect(list.find('A', '2015-06-01')).toBe(current)
  })

  test('changes at midnight of Algiers, not of UTC', () => {
    expect(list.find('A', '2015-05-31T22:59:59Z')).toBe(old)
    expect(list.find('A', '2015-05-31T23:00:00Z')).toBe(current)
  })

  test('has none before it came', () => {
    expect(list.find('A', '2001-12-31')).toBeUndefined()
  })

  test('has its newest meaning when no day is asked for', () => {
    expect(list.find('A')).toBe(current)
  })
})

test('a code out of force is found without a day, but not on a day after its last', () => {
  const list = listOf(entry('A', '2002-01-01', '2015-05-31'))
  expect(list.find('A')?.code).toBe('A')
  expect(list.find('A', '2015-06-01')).toBeUndefined()
})

test('between two meanings a code has none', () => {
  const list = listOf(entry('A', '2002-01-01', '2010-12-31'), entry('A', '2015-06-01'))
  expect(list.find('A', '2012-07-05')).toBeUndefined()
})

test('a code that no list has is not found', () => {
  expect(listOf(entry('A', '2002-01-01')).find('toString')).toBeUndefined()
})

test('a time that is none is refused, and not taken for a day', () => {
  expect(() => listOf(entry('A', '2002-01-01')).find('A', 'yesterday')).toThrow('"yesterday" is not a day')
})

describe('a list is refused', () => {
  test.each([
    ['with a duplicate code', [entry('A', '2002-01-01'), entry('A', '2002-01-01')], 'duplicate code "A"'],
    [
      'when a meaning begins on the last day of another',
      [entry('A', '2002-01-01', '2015-06-01'), entry('A', '2015-06-01')],
      '"A" overlaps',
    ],
    [
      'when a meaning without end is followed by another',
      [entry('A', '2015-06-01'), entry('A', '2002-01-01')],
      'lasts until further notice',
    ],
    ['with a day that is none', [entry('A', '2027-02-29')], '"2027-02-29" is not a day'],
    ['with an end before the beginning', [entry('A', '2027-01-01', '2026-12-31')], 'before it begins'],
    ['with an empty code', [entry('', '2027-01-01')], 'is empty'],
    ['with an empty label', [{ ...entry('A', '2027-01-01'), labels: { ...labels, ar: ' ' } }], 'no label in "ar"'],
  ])('%s', (_, entries, message) => {
    expect(() => listOf(...entries)).toThrow(message)
    expect(() => listOf(...entries)).toThrow('Code list "test"')
  })

  test('under a name that a URL would change', () => {
    expect(() => codeList({ name: 'Liste des déchets', title, source: 'test', entries: [] })).toThrow('a name is')
  })
})

describe('whatever the entries', () => {
  // A few codes and days, so that they meet often.
  const day = fc.integer({ min: 1, max: 28 }).map(number => `2026-02-${String(number).padStart(2, '0')}`)
  const someEntry = fc
    .record({ code: fc.constantFrom('A', 'B'), from: day, to: fc.option(day, { nil: undefined }) })
    .map(({ code, from, to }) => (to !== undefined && to < from ? entry(code, to, from) : entry(code, from, to)))
  const someEntries = fc.array(someEntry, { maxLength: 5 })

  function validOn(entries: readonly Code[], code: string, at: string): Code[] {
    return entries.filter(one => one.code === code && one.validFrom <= at && (one.validTo ?? '9999-12-31') >= at)
  }

  test('they conflict exactly when on some day two entries of a code are valid', () => {
    fc.assert(
      fc.property(someEntries, entries => {
        // Two spans that meet, meet on the first day of one of them.
        const meet = entries.some(one => validOn(entries, one.code, one.validFrom).length > 1)
        expect(conflictsIn(entries).length > 0).toBe(meet)
      }),
    )
  })

  test('a list that is accepted finds on any day the one entry that is valid', () => {
    fc.assert(
      fc.property(someEntries, fc.constantFrom('A', 'B', 'C'), day, (entries, code, at) => {
        fc.pre(conflictsIn(entries).length === 0)
        const valid = validOn(entries, code, at)
        expect(valid.length).toBeLessThanOrEqual(1)
        expect(listOf(...entries).find(code, at)).toBe(valid[0])
      }),
    )
  })
})
