import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsFrom } from './circles.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const graph = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 14 })
  .map(edges => (node: string) => edges.filter(([from]) => from === node).map(([, to]) => to))

/** All that can be reached from a node, itself included: followed until nothing is new. */
function reached(from: string, next: (node: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([from])
  for (const node of found) for (const following of next(node)) found.add(following)
  return found
}

test('nodes that reach each other are a group, and no others are', () => {
  fc.assert(
    fc.property(graph, next => {
      const groups = groupsFrom('a', next)
      expect(new Set(groups.flat())).toEqual(reached('a', next))
      expect(groups.flat()).toHaveLength(reached('a', next).size)
      const groupOf = (node: string) => groups.findIndex(group => group.includes(node))
      for (const one of groups.flat())
        for (const other of groups.flat()) {
          const areTogether = reached(one, next).has(other) && reached(other, next).has(one)
          expect(groupOf(one) === groupOf(other)).toBe(areTogether)
        }
    }),
  )
})

test('a group comes after all that it leads to', () => {
  fc.assert(
    fc.property(graph, next => {
      const groups = groupsFrom('a', next)
      for (const [place, group] of groups.entries())
        for (const node of group)
          for (const following of next(node))
            expect(groups.findIndex(each => each.includes(following))).toBeLessThanOrEqual(place)
    }),
  )
})

test('a chain of a hundred thousand is no deeper than any other', () => {
  const groups = groupsFrom('0', node => (Number(node) < 100_000 ? [String(Number(node) + 1)] : []))
  expect(groups).toHaveLength(100_001)
})
