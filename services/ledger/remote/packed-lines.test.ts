import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line } from '../line.ts'
import { textOf } from '../line.ts'
import { PackedLines, packLines } from './packed-lines.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const ascii = fc.string({ maxLength: 20 })
const submission = fc.array(fc.record({ json: text, said: ascii }), { minLength: 1, maxLength: 5 })

test('lines are unpacked as they were packed, submission by submission, whatever characters they hold', () => {
  fc.assert(
    fc.property(fc.array(submission), submissions => {
      const packed = packLines(submissions.flat().map(({ json, said }) => lineWithin(json, said)))
      const unpacked = PackedLines.ofEach(
        packed,
        submissions.map(({ length }) => length),
      )
      const read = unpacked.map(lines =>
        Array.from({ length: lines.count }, (_, index) => {
          const line = lines.at(index)
          return { json: textOf(line), said: line.said }
        }),
      )
      expect(read).toEqual(submissions)
    }),
  )
})

test('events of one body are taken over with what stands between them, and told apart all the same', () => {
  const body = Buffer.from('{"a":1}\r\n  {"b":2}\n\n{"c":3}')
  const lines = [
    [0, 7],
    [11, 18],
    [20, 27],
  ].map(([from = 0, to]) => ({ bytes: body, from, to: to ?? 0, said: '' }))
  const packed = packLines(lines)
  expect(packed.memory.byteLength).toBe(3 * 12 + body.length)
  const [unpacked] = PackedLines.ofEach(packed, [3])
  expect([0, 1, 2].map(index => textOf(unpacked?.at(index) ?? lineWithin('', '')))).toEqual([
    '{"a":1}',
    '{"b":2}',
    '{"c":3}',
  ])
})

test('what lies far from the others is not taken over with all that is between', () => {
  const body = Buffer.from(`{}${' '.repeat(10_000)}[]`)
  const ends = { bytes: body, said: '' }
  const packed = packLines([
    { ...ends, from: 0, to: 2 },
    { ...ends, from: 10_002, to: 10_004 },
  ])
  expect(packed.memory.byteLength).toBe(2 * 12 + 4)
})

test('there is no line behind the last one of a submission', () => {
  const [lines] = PackedLines.ofEach(packLines([lineWithin('{}', '{}'), lineWithin('[]', '[]')]), [1, 1])
  expect(() => lines?.at(1)).toThrow(RangeError)
})

/** A line that lies between others in the bytes of its request. */
function lineWithin(json: string, said: string): Line {
  const before = Buffer.from('before')
  const bytes = Buffer.concat([before, Buffer.from(json), Buffer.from('after')])
  return { bytes, from: before.length, to: before.length + Buffer.byteLength(json), said }
}
