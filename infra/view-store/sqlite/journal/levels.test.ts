import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completedBy, fanOut, type Piece, partsOf, piecesOf } from './levels.ts'

const chunks = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 2 ** 31 }))

test('the pieces of the first chunks are all of them, in order, nothing twice', () => {
  fc.assert(
    fc.property(chunks, count => {
      let next = 0
      for (const { level, number } of piecesOf(count)) {
        expect(number * fanOut ** level).toBe(next)
        next += fanOut ** level
      }
      expect(next).toBe(count)
    }),
  )
})

test('there are fewer than sixteen pieces of a level', () => {
  fc.assert(
    fc.property(chunks, count => {
      const ofLevel = Map.groupBy(piecesOf(count), ({ level }) => level)
      for (const pieces of ofLevel.values()) expect(pieces.length).toBeLessThan(fanOut)
    }),
  )
})

test('every piece has been made by the time that it is asked for, out of what was made before it', () => {
  const made = new Set<string>()
  for (let count = 1; count <= 5_000; count++) {
    made.add(nameOf({ level: 0, number: count - 1 }))
    for (const piece of completedBy(count)) {
      const { first, end } = partsOf(piece)
      for (let part = first; part < end; part++)
        expect(made).toContain(nameOf({ level: piece.level - 1, number: part }))
      expect(made).not.toContain(nameOf(piece))
      made.add(nameOf(piece))
    }
    for (const piece of piecesOf(count)) expect(made.has(nameOf(piece))).toBe(true)
  }
})

function nameOf({ level, number }: Piece): string {
  return `${level}:${number}`
}
