import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Flow, flowsOf } from './node.ts'
import { partsOfGram, spread } from './spread.ts'

const massGrams = fc.integer({ min: 1, max: 1_000_000_000_000 })

function end(kind: 'stock' | 'fate', site: string, grams: number) {
  return { end: { kind, site }, grams }
}

function to(id: string, grams: number) {
  return { id, grams }
}

/** Grams by site of the end, with what rounding to parts leaves. */
function gramsBySite(graph: Readonly<Record<string, readonly Flow[]>>, root: string, grams: number) {
  const { ends } = spread(
    root,
    grams,
    node => graph[node],
    () => ({ kind: 'deeper' }),
  )
  return Object.fromEntries([...ends.values()].map(({ end, parts }) => [end.site ?? end.kind, gramsOf(parts)]))
}

function gramsOf(parts: bigint): number {
  return Number(parts) / 2 ** Number(partsOfGram)
}

test('mass goes over the flows in proportion, and on', () => {
  const graph = {
    a: flowsOf([to('b', 30)], [end('stock', 'S-A', 10)]),
    b: flowsOf([], [end('fate', 'S-B', 20), end('stock', 'S-C', 40)]),
  }
  expect(gramsBySite(graph, 'a', 400)).toEqual({ 'S-A': 100, 'S-B': 100, 'S-C': 200 })
})

test('a node that nobody has looked into is an end', () => {
  const graph = { a: flowsOf([to('b', 30)], [end('stock', 'S-A', 10)]) }
  expect(gramsBySite(graph, 'a', 40)).toEqual({ 'S-A': 10, deeper: 30 })
})

test('through a thousand levels of thirds nothing is lost, and each share is right to a millionth of a gram', () => {
  const levels = 1_000
  const graph: Record<string, readonly Flow[]> = {}
  for (let level = 0; level < levels; level++) {
    const next = level + 1 < levels ? [1, 2, 3].map(side => to(`${level + 1}-${side}`, 1)) : []
    const ends = level + 1 < levels ? [] : [end('stock', 'S-A', 1), end('stock', 'S-B', 2)]
    for (const side of [1, 2, 3]) graph[`${level}-${side}`] = flowsOf(next, ends)
  }
  const found = gramsBySite(graph, '0-1', 1_000_000_000)
  expect((found['S-A'] ?? 0) + (found['S-B'] ?? 0)).toBe(1_000_000_000)
  expect(Math.abs((found['S-A'] ?? 0) - 1_000_000_000 / 3)).toBeLessThan(1e-6)
})

describe('in a circle', () => {
  test('what enters leaves by all flows that leave it, in proportion', () => {
    const graph = {
      a: flowsOf([to('b', 900)], [end('stock', 'S-A', 100)]),
      b: flowsOf([to('a', 600)], [end('fate', 'S-B', 300)]),
    }
    expect(gramsBySite(graph, 'a', 1000)).toEqual({ 'S-A': 250, 'S-B': 750 })
  })

  test('from which nothing leaves, it stays', () => {
    expect(gramsBySite({ a: flowsOf([to('b', 1)], []), b: flowsOf([to('a', 1)], []) }, 'a', 7)).toEqual({ circle: 7 })
  })
})

test('whatever flows where, in circles or not, the ends add up to the mass exactly', () => {
  const names = ['a', 'b', 'c', 'd', 'e'] as const
  const flows = fc.array(fc.record({ from: fc.constantFrom(...names), to: fc.nat(9), grams: massGrams }), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(flows, massGrams, (all, grams) => {
      const graph = Object.fromEntries(
        names.map(name => {
          const own = new Map(all.filter(({ from }) => from === name).map(flow => [flow.to, flow]))
          const next = [...own.values()].flatMap(flow => {
            const node = names[flow.to]
            return node === undefined || node === name ? [] : [to(node, flow.grams)]
          })
          const ends = [...own.values()]
            .filter(flow => flow.to >= 5)
            .map(flow => end('stock', `S-${flow.to}`, flow.grams))
          return [name, flowsOf(next, ends)]
        }),
      )
      const { ends } = spread(
        'a',
        grams,
        node => graph[node],
        () => ({ kind: 'deeper' }),
      )
      const sum = [...ends.values()].reduce((added, { parts }) => added + parts, 0n)
      expect(sum).toBe(BigInt(grams) << partsOfGram)
    }),
  )
})
