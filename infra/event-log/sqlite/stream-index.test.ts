import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StreamIndex } from './stream-index.ts'
import { drawSeed, type StreamKey, seedOf, streamKey } from './stream-key.ts'

const seed = seedOf(drawSeed())

test('a stream that was never set is not there', () => {
  expect(new StreamIndex().get(streamKey('movement-M1', seed))).toBeUndefined()
})

test('it grows and still finds every stream', () => {
  const index = new StreamIndex()
  for (let number = 1; number <= 20_000; number++) index.set(streamKey(`movement-M${number}`, seed), number, 0)
  expect(index.size).toBe(20_000)
  for (let number = 1; number <= 20_000; number++)
    expect(index.get(streamKey(`movement-M${number}`, seed))).toEqual({ position: number, revision: 0 })
})

test('it answers like a map, whatever is set and removed, with keys that collide in their first word', () => {
  // Few first words, all near the end of the table: long probe runs that wrap around.
  const key = fc.tuple(fc.constantFrom(4094, 4095, 0, 1), fc.nat(3), fc.constant(7))
  const step = fc.record({ key, remove: fc.boolean(), position: fc.integer({ min: 1, max: 2 ** 40 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const index = new StreamIndex()
      const model = new Map<string, { key: StreamKey; position: number }>()
      for (const { key, remove, position } of steps) {
        if (remove) {
          index.remove(key)
          model.delete(String(key))
        } else {
          index.set(key, position, 1)
          model.set(String(key), { key, position })
        }
      }
      expect(index.size).toBe(model.size)
      for (const { key, remove: _ } of steps) expect(index.get(key)?.position).toBe(model.get(String(key))?.position)
    }),
  )
})

test('a hundred thousand names have a hundred thousand keys, and each word of them is spread evenly', () => {
  const words = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (let number = 0; number < 100_000; number++)
    for (const [place, word] of streamKey(`movement-MV-2026-${number}`, seed).entries()) words[place]?.add(word)
  // Of 10⁵ draws out of 2³² about one falls on another; a weak mixture loses many.
  for (const distinct of words) expect(distinct.size).toBeGreaterThan(99_980)
})
