import { inWords, languages } from '@athar/events/language.ts'
import { englishIn } from '@athar/events/testing/english.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optional, orElse, type Parameter, parameterValues } from './parameter.ts'
import {
  day,
  flag,
  oneOf,
  operation,
  position,
  reference,
  someOf,
  wasteCode,
  wholeNumber,
  wilaya,
} from './parameters.ts'
import { periodFrom, periodTo, time } from './times.ts'

const description = 'Something.'

describe.each<[string, Parameter<unknown>, readonly [string, unknown][], readonly string[]]>([
  [
    'a reference',
    reference(description),
    [
      ['S-ORA-003', 'S-ORA-003'],
      ['x'.repeat(64), 'x'.repeat(64)],
    ],
    ['', 'x'.repeat(65), 'a b', 'a/b', 'أ', 'a\n', '\u0000'],
  ],
  [
    'a waste code',
    wasteCode(description),
    [
      ['170503', '170503'],
      ['A1:2.1.5', 'A1:2.1.5'],
    ],
    ['', '-170503', 'x'.repeat(33), '170503*'],
  ],
  [
    'a wilaya',
    wilaya(description),
    [
      ['16', '16'],
      ['69', '69'],
    ],
    ['', '0', '70', 'Alger', '16 '],
  ],
  [
    'an operation',
    operation(description),
    [
      ['R4', 'R4'],
      ['D10', 'D10'],
    ],
    ['', 'R99', 'r4'],
  ],
  [
    'a flag',
    flag(description),
    [
      ['true', true],
      ['false', false],
    ],
    ['', 'yes', '1', 'TRUE', 'constructor'],
  ],
  [
    'a whole number',
    wholeNumber(description, { min: 1, max: 1_000 }),
    [
      ['1', 1],
      ['1000', 1000],
      ['007', 7],
    ],
    ['', '0', '1001', '-1', '1.5', '1e3', '٣', ' 1', 'NaN'],
  ],
  [
    'a position',
    position(description),
    [
      ['0', 0],
      ['9007199254740991', 9007199254740991],
    ],
    ['', '9007199254740992', '-0'],
  ],
  ['a day', day(description), [['2028-02-29', '2028-02-29']], ['', '2027-02-29', '2027-1-1', '2027-01-01T00:00:00Z']],
  ['one of some words', oneOf(description, ['up', 'down']), [['up', 'up']], ['', 'Up', 'up,down', 'toString']],
  [
    'some of some words',
    someOf(description, ['wilaya', 'code', 'month']),
    [
      ['month', ['month']],
      ['month,wilaya', ['month', 'wilaya']],
    ],
    ['', ',', 'month,month', 'month, code', 'month,', 'wilaya,code,month,wilaya', 'length'],
  ],
  [
    'a time',
    time(description),
    [
      ['2026-11-22T07:41:00+01:00', Date.parse('2026-11-22T06:41:00Z')],
      ['2026-11-22T07:41:00.123456Z', Date.parse('2026-11-22T07:41:00.123Z')],
      ['2026-11-22T07:41Z', Date.parse('2026-11-22T07:41:00Z')],
    ],
    [
      '',
      '2026-11-22',
      '2026-11-22T07:41:00',
      '2026-02-30T07:41:00Z',
      '2026-11-22T24:00:00Z',
      '2026-11-22T07:41:00 01:00',
      'now',
    ],
  ],
  [
    'the start of a period',
    periodFrom(description),
    [
      ['2026-11-22', Date.parse('2026-11-21T23:00:00Z')],
      ['2026-11-22T00:00:00Z', Date.parse('2026-11-22T00:00:00Z')],
    ],
    ['', '2026-11', '22-11-2026'],
  ],
  [
    'the end of a period',
    periodTo(description),
    [
      ['2026-11-22', Date.parse('2026-11-22T23:00:00Z')],
      ['2026-11-22T00:00:00Z', Date.parse('2026-11-22T00:00:00Z')],
    ],
    ['', '2026-11', 'tomorrow'],
  ],
])('%s', (_, parameter, right, wrong) => {
  test.each(right)('takes "%s"', (text, value) => {
    expect(parameterValues({ it: parameter }, { it: text })).toEqual({ it: value })
  })

  test.each(wrong)('refuses %j, with its name and what is allowed', text => {
    expect(() => parameterValues({ it: parameter }, { it: text })).toThrow(
      expect.objectContaining({
        problem: { code: 'invalid-query', values: { parameter: 'it', expected: parameter.expected } },
      }),
    )
  })

  test('says in each language what is allowed', () => {
    const words = languages.map(language => inWords(parameter.expected, language))
    expect(new Set(words).size).toBe(languages.length)
    for (const text of words) expect(text).not.toMatch(/\{\w+\}/)
    expect(words.slice(1).flatMap(englishIn)).toEqual([])
  })

  test('must be given, unless it may be left out', () => {
    expect(() => parameterValues({ it: parameter }, {})).toThrow()
    expect(parameterValues({ it: optional(parameter) }, {})).toEqual({ it: undefined })
  })

  test('takes any text, or refuses it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), text => {
        parameter.parse(text)
      }),
    )
  })
})

test('a parameter with a default has it when it is left out', () => {
  const parameter = orElse(wholeNumber(description, { max: 10 }), '7')
  expect(parameterValues({ it: parameter }, {})).toEqual({ it: 7 })
  expect(parameterValues({ it: parameter }, { it: '8' })).toEqual({ it: 8 })
})

test('a default that is not allowed is a mistake of whoever wrote it', () => {
  expect(() => orElse(wholeNumber(description, { max: 10 }), '11')).toThrow(RangeError)
})

test('a month of days is the days in it, whole', () => {
  const { from, to } = parameterValues(
    { from: periodFrom(description), to: periodTo(description) },
    { from: '2026-11-01', to: '2026-11-30' },
  )
  expect(to - from).toBe(30 * 24 * 60 * 60 * 1000)
})
