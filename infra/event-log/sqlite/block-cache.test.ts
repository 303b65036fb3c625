import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlockCache, type CachedBlock } from './block-cache.ts'

const blockOf = (first: number, count: number, bytes = 10): CachedBlock => ({
  first,
  count,
  lines: new Uint8Array(bytes),
})

describe('blocks that were unpacked', () => {
  test('are found by any position in them, and by no other', () => {
    const cache = new BlockCache({ bytesMax: 1_000, idleMsMax: 1_000 }, () => 0)
    for (const block of [blockOf(101, 50), blockOf(1, 10), blockOf(20, 5)]) cache.keep(block)
    const found = [1, 10, 11, 19, 20, 24, 25, 100, 101, 150, 151].map(position => cache.find(position)?.first)
    const none = undefined
    expect(found).toEqual([1, 1, none, none, 20, 20, none, none, 101, 101, none])
  })

  test('are let go when they are too much, those first that were asked for longest ago', () => {
    const cache = new BlockCache({ bytesMax: 30, idleMsMax: 1_000 }, () => 0)
    for (const first of [1, 2, 3]) cache.keep(blockOf(first, 1))
    cache.find(1)
    cache.keep(blockOf(4, 1))
    expect([1, 2, 3, 4].map(position => cache.find(position)?.first)).toEqual([1, undefined, 3, 4])
  })

  test('are let go when nobody has asked for them in a while, and another one comes', () => {
    let nowMs = 0
    const cache = new BlockCache({ bytesMax: 1_000, idleMsMax: 1_000 }, () => nowMs)
    for (const first of [1, 2]) cache.keep(blockOf(first, 1))
    nowMs = 900
    cache.find(2)
    nowMs = 1_800
    cache.keep(blockOf(3, 1))
    expect([1, 2, 3].map(position => cache.find(position)?.first)).toEqual([undefined, 2, 3])
  })

  test('are kept within their bound, whatever is asked for', () => {
    const asked = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 })
    fc.assert(
      fc.property(asked, positions => {
        const cache = new BlockCache({ bytesMax: 95, idleMsMax: 1_000 }, () => 0)
        for (const position of positions) {
          const first = position - (position % 7)
          if (cache.find(position) === undefined) cache.keep(blockOf(first, 7))
          expect(cache.find(position)).toMatchObject({ first })
        }
        const firsts = new Set(Array.from({ length: 401 }, (_, position) => cache.find(position)?.first))
        firsts.delete(undefined)
        expect(firsts.size).toBe(Math.min(9, new Set(positions.map(position => Math.floor(position / 7))).size))
      }),
    )
  })
})
