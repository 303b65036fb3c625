import { lookUpWaste } from '@athar/events/codes/code-lists.ts'
import { wilayas } from '@athar/events/codes/wilayas.ts'
import { expect, test } from 'vitest'
import { plantKinds } from './cast/plant-kinds.ts'
import { miswritten, wasteSorts } from './cast/wastes.ts'
import { world } from './world.ts'

const options = { seed: 3, start: '2026-11-20' }

test('the cast lives in the wilayas of its day', () => {
  const { producers } = world({ ...options, producers: 3000 })
  for (const { region } of producers) expect(wilayas.find(region.wilaya, '2026-11-19')).toBeDefined()
  expect(new Set(producers.map(({ region }) => region.wilaya)).size).toBeGreaterThan(50)
  expect(producers.some(({ region }) => Number(region.wilaya) > 58)).toBe(false)
})

test('a cast of 2027 lives in the new wilayas too', () => {
  const { producers } = world({ ...options, start: '2027-02-01', producers: 3000 })
  expect(producers.some(({ region }) => Number(region.wilaya) > 58)).toBe(true)
})

test('every code of the cast is in the list of waste, and hazardous when the cast says so', () => {
  for (const { code, hazards } of wasteSorts) expect(lookUpWaste(code)?.hazardous, code).toBe(hazards.length > 0)
})

test('the wrong codes of this world are in no list', () => {
  for (const { code } of wasteSorts) expect(lookUpWaste(miswritten(code)), code).toBeUndefined()
})

test('no line of a plant mixes hazardous and other waste', () => {
  for (const line of plantKinds.flatMap(kind => kind.lines))
    expect(new Set(line.codes.map(code => lookUpWaste(code)?.hazardous)).size, line.codes.join()).toBe(1)
})

test('every waste, and all that treatment leaves, can go to a plant that treats it', () => {
  const { routes, producers, plants } = world({ ...options, plants: 8 })
  const region = producers[0]?.region ?? plants[0]?.region
  if (region === undefined) throw new Error('an empty cast')
  const left = plantKinds.flatMap(({ lines }) =>
    lines.map(({ output }) => (typeof output === 'object' ? output.code : undefined)),
  )
  for (const code of new Set([...wasteSorts.map(sort => sort.code), ...left]))
    if (code !== undefined) expect(routes.plantsNear(code, region, true), code).not.toHaveLength(0)
})

test('an option out of range is named', () => {
  expect(() => world({ ...options, plants: 3 })).toThrow('plants is 3, expected a whole number from 8')
  expect(() => world({ ...options, start: 'soon' })).toThrow('start is "soon"')
  expect(() => world({ ...options, seed: -1 })).toThrow('seed is -1')
})
