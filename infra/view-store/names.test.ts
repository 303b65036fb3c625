import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterPrefix, compareNames, mustBeOrderable } from './names.ts'

const orderable = fc.string({
  unit: fc.constantFrom('a', 'b', 'z', '/', 'م', '\ud7ff', '\ue000', '\uffff'),
  maxLength: 4,
})

test('the names from a prefix to what comes after it are those that begin with it', () => {
  fc.assert(
    fc.property(orderable, orderable, (prefix, name) => {
      const end = afterPrefix(prefix)
      expect(name >= prefix && (end === undefined || name < end)).toBe(name.startsWith(prefix))
      expect(() => mustBeOrderable(end ?? '')).not.toThrow()
    }),
  )
})

test('names that may be used stand in the order of their bytes', () => {
  fc.assert(
    fc.property(orderable, orderable, (one, other) => {
      expect(Math.sign(Buffer.compare(Buffer.from(one), Buffer.from(other)))).toBe(compareNames(one, other))
    }),
  )
})

test.each(['😀', 'a\ud800', '\0'])('%j is no name', name => {
  expect(() => mustBeOrderable(name)).toThrow(RangeError)
})
