import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeList } from './code-list.ts'
import { type NationalCode, type NationalListError, parseNationalList } from './national-list.ts'
import { nationalColumns } from './national-row.ts'
import { fileOf, sample, sampleRows } from './testing/national-list-sample.ts'

type Column = (typeof nationalColumns)[number]

/** More of each than the decree has: 3,200 codes. */
const annexes = [1, 2]
const chapters = 20
const sections = 10
const items = 8

describe('a waste of the national list', () => {
  const list = listIn(sample())

  test('keeps annex, chapter, section and item apart', () => {
    expect(list.find('A2:2.1.5')).toMatchObject({ list: 'dz', annex: 2, chapter: 2, section: 1, item: 5 })
  })

  test('is hazardous in class SD, with its criteria, and only there', () => {
    expect(list.find('A2:2.1.5')).toMatchObject({ class: 'SD', hazardous: true, hazards: ['HP3', 'HP14'] })
    expect(list.entries.filter(waste => waste.hazardous).map(waste => waste.class)).toEqual(['SD', 'SD'])
  })

  test('has its French name where the English is missing', () => {
    expect(list.find('A1:2.1.6')?.labels).toEqual({ ar: 'ورق ومقوى', fr: 'Papier et carton', en: 'Papier et carton' })
  })

  test('keeps the meaning of its day', () => {
    expect(list.find('A1:2.1.6', '2020-12-31')?.labels.fr).toBe('Papier')
    expect(list.find('A1:2.1.6', '2021-01-01')?.labels.fr).toBe('Papier et carton')
  })

  test('keeps the quotes within its name, not those of the spreadsheet around it', () => {
    expect(list.find('A2:2.1.5')?.labels.fr).toBe('Boues d\'huile, de "fond de cuve"')
  })
})

describe('the file', () => {
  test('may begin with a byte order mark, have Unix line ends, and empty lines', () => {
    expect(listIn(`\uFEFF${sample().replaceAll('\r\n', '\n\n')}\n`).entries).toHaveLength(6)
  })

  test('is loaded under another name when asked', () => {
    const parsed = parseNationalList(sample(), 'dz-2027')
    expect('list' in parsed && parsed.list.name).toBe('dz-2027')
    expect('list' in parsed && parsed.list.entries[0]?.list).toBe('dz-2027')
  })

  test('is refused when it is empty', () => {
    expect(errorsIn('')[0]).toEqual({ line: 1, column: 1, message: 'The header has "" here, expected "annex"' })
  })

  test('is refused when it has a header and nothing else', () => {
    expect(errorsIn(fileOf([]))).toHaveLength(1)
  })

  test('is refused when its columns stand in another order, as a table read from right to left', () => {
    const reversed = fileOf([]).split('\t').reverse().join('\t')
    expect(errorsIn(reversed)[0]?.message).toBe('The header has "label_en" here, expected "annex"')
  })
})

describe('a line is refused', () => {
  test.each<[string, Column, string, string]>([
    ['with a chapter in letters', 'chapter', 'II', 'whole number'],
    ['with an item with a leading zero', 'item', '05', 'leading zero'],
    ['with a class that is none', 'class', 'DSD', 'MA, I, S, SD'],
    ['with a first day as a spreadsheet writes it', 'validFrom', '05/03/2006', 'YYYY-MM-DD'],
    ['without a first day', 'validFrom', '', 'YYYY-MM-DD'],
    ['with a last day that is not in the calendar', 'validTo', '2027-02-29', 'YYYY-MM-DD, or an empty cell'],
    ['with a last day before the first', 'validTo', '2006-03-04', 'on or after the first'],
    ['with a criterion that is none', 'hazards', 'HP16', 'HP1 to HP15'],
    ['with criteria for a waste that is not hazardous', 'hazards', 'HP3', 'Only class SD'],
    ['without an Arabic name', 'label_ar', '', 'name in Arabic'],
    ['with a French name in the Arabic column', 'label_ar', 'Sable', 'Arabic script'],
    ['with an Arabic name in the French column', 'label_fr', 'رمل', 'found Arabic script'],
    ['with a name that no screen holds', 'label_fr', 'a'.repeat(301), 'at most 300'],
  ])('%s', (_, column, cell, message) => {
    const errors = errorsIn(withCell(0, column, cell))
    expect(errors[0]).toMatchObject({ line: 2, column: nationalColumns.indexOf(column) + 1 })
    expect(errors[0]?.message).toContain(message)
  })

  test('that ends too early', () => {
    const errors = errorsIn(`${sample()}\r\n1\t2\t1`)
    expect(errors[0]).toMatchObject({ line: 8, column: 4 })
    expect(errors[0]?.message).toContain('the line ends before this cell')
  })

  test('with a cell too many', () => {
    const errors = errorsIn(`${sample()}\tand more`)
    expect(errors).toEqual([{ line: 7, column: 12, message: 'Expected 11 cells, found more' }])
  })

  test('that repeats a code for the same days, naming the other line', () => {
    const errors = errorsIn(withCell(2, 'validFrom', '2020-12-31'))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ line: 4, column: 6 })
    expect(errors[0]?.message).toContain('A1:2.1.6 is valid on the same days on line 3')
  })
})

test('bad lines are reported from the top, whatever is wrong with them', () => {
  const errors = errorsIn(`${withCell(2, 'validFrom', '2020-12-31')}\r\n1`)
  expect([...new Set(errors.map(error => error.line))]).toEqual([4, 8])
})

test('every bad line is reported, not just the first', () => {
  const rows = sampleRows()
  fc.assert(
    fc.property(fc.subarray([...rows.keys()]), bad => {
      const text = fileOf(rows.map((row, line) => (bad.includes(line) ? ['0', ...row.slice(1)] : row)))
      const parsed = parseNationalList(text)
      const lines = 'errors' in parsed ? parsed.errors.map(error => error.line) : []
      expect(lines).toEqual(bad.map(line => line + 2))
    }),
  )
})

describe('a list as long as the decree and all that replaces it', () => {
  const codes = annexes.flatMap(annex =>
    upTo(chapters).flatMap(chapter =>
      upTo(sections).flatMap(section => upTo(items).map(item => [annex, chapter, section, item])),
    ),
  )
  const rows = codes.flatMap(code => [
    [...code.map(String), 'S', '2006-03-05', '2020-12-31', '', 'نفايات', `Déchets ${code}`, ''],
    [...code.map(String), 'SD', '2021-01-01', '', 'HP3 HP14', 'نفايات خطرة', `Déchets dangereux ${code}`, ''],
  ])
  const list = listIn(fileOf(rows))

  test('holds each waste with each of its meanings', () => {
    expect(list.entries).toHaveLength(2 * codes.length)
    for (const [annex, chapter, section, item] of codes) {
      const code = `A${annex}:${chapter}.${section}.${item}`
      expect(list.find(code, '2020-12-31')?.class).toBe('S')
      expect(list.find(code, '2021-01-01')?.class).toBe('SD')
    }
  })

  test('names the one line in it that is wrong', () => {
    const wrong = rows.length - 7
    const errors = errorsIn(fileOf(rows.map((row, line) => (line === wrong ? row.with(4, 'X') : row))))
    expect(errors.map(({ line, column }) => [line, column])).toEqual([[wrong + 2, 5]])
  })
})

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}

function listIn(text: string): CodeList<NationalCode> {
  const parsed = parseNationalList(text)
  if ('errors' in parsed) throw new Error(`Expected a list, got ${JSON.stringify(parsed.errors)}`)
  return parsed.list
}

function errorsIn(text: string): NationalListError[] {
  const parsed = parseNationalList(text)
  if ('list' in parsed) throw new Error('Expected errors, got a list')
  return parsed.errors
}

function withCell(line: number, column: Column, cell: string): string {
  const place = nationalColumns.indexOf(column)
  return fileOf(sampleRows().map((row, at) => (at === line ? row.with(place, cell) : row)))
}
