import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TimeQueue } from './time-queue.ts'

test('what is due first comes out first, and of two that are due together the one that was put in first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), times => {
      const queue = new TimeQueue<number>()
      for (const [place, timeMs] of times.entries()) queue.put(timeMs, place)
      const taken: (readonly [number, number])[] = []
      for (let due = queue.take(); due !== undefined; due = queue.take()) taken.push([due.atMs, due.item])
      expect(taken).toEqual(times.map((timeMs, place) => [timeMs, place] as const).sort(byTimeThenPlace))
    }),
  )
})

test('it says when the next is due', () => {
  const queue = new TimeQueue<string>()
  expect(queue.nextMs).toBe(Number.POSITIVE_INFINITY)
  queue.put(7, 'later')
  queue.put(3, 'sooner')
  expect(queue.nextMs).toBe(3)
  expect(queue.size).toBe(2)
})

function byTimeThenPlace(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1]
}
