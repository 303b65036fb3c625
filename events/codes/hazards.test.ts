import { expect, test } from 'vitest'
import { hazards } from './hazards.ts'

test('there are fifteen hazard criteria, HP1 to HP15', () => {
  expect(hazards.entries.map(one => one.code)).toEqual(Array.from({ length: 15 }, (_, index) => `HP${index + 1}`))
})

test('a flammable waste answers to four classes of Basel', () => {
  expect(hazards.find('HP3')?.basel).toEqual(['H3', 'H4.1', 'H4.2', 'H4.3'])
})

test('irritant and sensitising have no class of Basel', () => {
  expect(hazards.entries.filter(one => one.basel.length === 0).map(one => one.code)).toEqual(['HP4', 'HP13'])
})
