import { expect, test } from 'vitest'
import type { End } from './ends.ts'
import { balanced, flowsOf, type LineageNode } from './node.ts'
import { type Direction, trace, type Walked } from './trace.ts'

const origin: End = { kind: 'production', site: 'S-FACTORY', lot: 'L-1' }
const recycled: End = { kind: 'fate', site: 'S-PLANT', operation: 'R4' }
const left: End = { kind: 'stock', site: 'S-PLANT', lot: 'L-1' }

const lot: LineageNode = balanced({
  id: 'lot/S-PLANT/L-1',
  kind: 'lot',
  subject: 'L-1',
  site: 'S-PLANT',
  timeMs: 0,
  inflows: flowsOf([], [{ end: origin, grams: 1_000 }]),
  outflows: flowsOf([{ id: 'treatment/T-1', grams: 750 }], [{ end: left, grams: 250 }]),
})
const treatment: LineageNode = balanced({
  id: 'treatment/T-1',
  kind: 'treatment',
  subject: 'T-1',
  site: 'S-PLANT',
  timeMs: 0,
  inflows: flowsOf([{ id: lot.id, grams: 750 }], []),
  outflows: flowsOf([], [{ end: recycled, grams: 750 }]),
})

function walked(direction: Direction, ...nodes: readonly LineageNode[]): Walked {
  return { direction, nodes: new Map(nodes.map(node => [node.id, node])), cut: new Map() }
}

test('what became of a lot, the largest part first', () => {
  const { ends, through } = trace(walked('downstream', lot, treatment), lot.id, 1_000)
  expect(ends).toEqual([
    { end: recycled, grams: 750 },
    { end: left, grams: 250 },
  ])
  expect([...through]).toEqual([
    [lot.id, 1_000],
    [treatment.id, 750],
  ])
})

test('where a lot comes from', () => {
  expect(trace(walked('upstream', lot), lot.id, 1_000).ends).toEqual([{ end: origin, grams: 1_000 }])
})

test('a lot of nothing comes from nowhere, and is still the one that was asked about', () => {
  expect(trace(walked('upstream', lot), lot.id, 0)).toEqual({
    through: new Map([[lot.id, 0]]),
    ends: [],
    edges: [],
    circles: [],
  })
})
