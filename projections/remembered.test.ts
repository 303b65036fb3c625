import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembered, rememberedOfTwo } from './remembered.ts'

const text = fc.constantFrom('', 'a', 'b', 'ab', '__proto__')

test('what is remembered is what would be answered, also after it was forgotten', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), fc.integer({ min: 1, max: 4 }), (asked, max) => {
      const ofOne = remembered(one => `<${one}>`, max)
      const ofTwo = rememberedOfTwo((one, other) => `<${one}/${other}>`, max)
      for (const [one, other] of asked) {
        expect(ofOne(one)).toBe(`<${one}>`)
        expect(ofTwo(one, other)).toBe(`<${one}/${other}>`)
      }
    }),
  )
})

test('an answer is made once, until more are remembered than may be', () => {
  const made: string[] = []
  const answer = (...texts: readonly string[]) => {
    made.push(texts.join(' '))
    return texts.join(' ')
  }
  const ofOne = remembered(answer, 2)
  for (const one of ['a', 'b', 'a', 'b', 'c', 'a']) ofOne(one)
  const ofTwo = rememberedOfTwo(answer, 2)
  for (const other of ['x', 'y', 'x', 'y', 'z', 'x']) ofTwo('a', other)
  expect(made).toEqual(['a', 'b', 'c', 'a', 'a x', 'a y', 'a z', 'a x'])
})
