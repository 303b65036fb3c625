import { expect, test } from 'vitest'
import { operations } from './operations.ts'

test('there are fifteen disposal and thirteen recovery operations, each under its letter', () => {
  const codesOf = (kind: string) => operations.entries.filter(one => one.kind === kind).map(one => one.code)
  expect(codesOf('disposal')).toEqual(Array.from({ length: 15 }, (_, index) => `D${index + 1}`))
  expect(codesOf('recovery')).toEqual(Array.from({ length: 13 }, (_, index) => `R${index + 1}`))
})

test('custody ends with landfilling, not with storage before it', () => {
  expect(operations.find('D1')?.final).toBe(true)
  expect(operations.find('D15')?.final).toBe(false)
})

test('exactly the operations before another one are not final', () => {
  const interim = operations.entries.filter(one => !one.final).map(one => one.code)
  expect(interim).toEqual(['D8', 'D9', 'D13', 'D14', 'D15', 'R12', 'R13'])
})
