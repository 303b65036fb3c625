import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Random } from './random.ts'
import { Weighted } from './weighted.ts'

test('the same seed gives the same numbers, on any machine', () => {
  const random = new Random(42, 'life')
  const words = Array.from({ length: 4 }, () => random.word())
  expect(words).toEqual([4160425795, 2246241290, 2665535816, 2674784392])
})

test('streams of one seed differ', () => {
  const [cast, life] = [new Random(42, 'cast'), new Random(42, 'life')]
  expect(cast.word()).not.toBe(life.word())
})

test('a whole number between two others is one of them or in between', () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (seed, low, width) => {
      const drawn = new Random(seed, 'cast').between(low, low + width)
      expect(Number.isInteger(drawn) && drawn >= low && drawn <= low + width).toBe(true)
    }),
  )
})

test('what weighs nothing is not drawn', () => {
  const random = new Random(1, 'cast')
  const weighted = new Weighted(['never', 'always'], item => (item === 'always' ? 3 : 0))
  for (let draw = 0; draw < 100; draw++) expect(weighted.draw(random)).toBe('always')
})
