import { type Family, families } from '@athar/events/event-type.ts'
import { expect, test } from 'vitest'
import { familyBit } from './database.ts'

test('the families of logs that are there keep their bits: a new one comes after them', () => {
  const written: readonly Family[] = ['organisation', 'site', 'permit', 'movement', 'lot', 'treatment']
  expect(written.map(familyBit)).toEqual([1, 2, 4, 8, 16, 32])
})

test('every family has a bit of its own that a block can hold', () => {
  const bits = families.map(familyBit)
  expect(new Set(bits).size).toBe(families.length)
  expect(bits.every(bit => bit > 0 && Number.isInteger(Math.log2(bit)))).toBe(true)
  expect([...new Int32Array(bits)]).toEqual(bits)
})

test('what is no family is refused, and not recorded where nobody finds it', () => {
  expect(() => familyBit('no-family' as Family)).toThrow('no-family has no place in the blocks of the log')
})
