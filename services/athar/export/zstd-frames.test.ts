import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack } from './packing.ts'
import { lastWholeFrame } from './zstd-frames.ts'

test('whatever of a file is left, the last whole frame in it is found', () => {
  const frame = fc.oneof(
    fc.string({ maxLength: 50 }),
    fc.constant('a'.repeat(300_000)),
    fc.string({ minLength: 2_000 }),
  )
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 4 }), fc.double({ min: 0, max: 1, noNaN: true }), (texts, share) => {
      const frames = texts.map(text => pack(Buffer.from(`${text}\n`), 'zstd'))
      const file = Buffer.concat(frames)
      const left = file.subarray(0, Math.round(file.length * share))
      const ends = frames.map((_, index) => Buffer.concat(frames.slice(0, index + 1)).length)
      const wholeEnd = ends.filter(end => end <= left.length).at(-1)
      const found = lastWholeFrame((offset, length) => left.subarray(offset, offset + length), left.length)
      expect(found?.end).toBe(wholeEnd)
    }),
  )
})

test('what is no zstd file has none', () => {
  const file = Buffer.from('{"position":1}\n'.repeat(10))
  expect(lastWholeFrame((offset, length) => file.subarray(offset, offset + length), file.length)).toBeUndefined()
})
