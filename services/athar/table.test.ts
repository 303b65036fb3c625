import { expect, test } from 'vitest'
import { formatTable } from './table.ts'

test('columns are as wide as their widest cell, and lines end with their text', () => {
  expect(
    formatTable(
      ['ID', 'NAME'],
      [
        ['abc', 'x'],
        ['a', ''],
      ],
    ),
  ).toBe('ID   NAME\nabc  x\na')
})

test('neither colours nor vowel signs take width', () => {
  const [, painted, plain] = formatTable(
    ['A', 'B'],
    [
      ['\u001b[32mok\u001b[39m', '1'],
      ['نُ', '2'],
    ],
  ).split('\n')
  expect(painted).toBe('\u001b[32mok\u001b[39m  1')
  expect(plain).toBe('نُ   2')
})

test('a table without rows is its headings', () => {
  expect(formatTable(['ID', 'NAME'], [])).toBe('ID  NAME')
})
