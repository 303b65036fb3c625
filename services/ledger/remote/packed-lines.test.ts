import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line } from '../line.ts'
import { textOf } from '../line.ts'
import { PackedLines, packLines } from './packed-lines.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const submission = fc.array(fc.record({ json: text, said: text }), { minLength: 1, maxLength: 5 })

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
