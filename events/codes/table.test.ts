import { expect, test } from 'vitest'
import { parseTable } from './table.ts'

test('a table literal reads as rows named by its header', () => {
  const rows = parseTable(
    'code | en',
    `
    D1 | Landfill

    R4 | Recycling of metals
    `,
  )
  expect(rows).toEqual([
    { code: 'D1', en: 'Landfill' },
    { code: 'R4', en: 'Recycling of metals' },
  ])
})

test('a line with a column too few is refused, with the line', () => {
  expect(() => parseTable('code | en | fr', '\nD1 | Landfill | Dépôt\nD2 | Land treatment')).toThrow(
    'Table line 3 ("D2 | Land treatment") has 2 columns, expected 3: code | en | fr',
  )
})

test('a line with a column too many is refused', () => {
  expect(() => parseTable('code | en', 'D1 | Landfill | Dépôt')).toThrow('Table line 1')
})

test('an empty cell is refused, with the line', () => {
  expect(() => parseTable('code | en', 'D1 |')).toThrow('Table line 1 ("D1 |") has an empty cell')
})
