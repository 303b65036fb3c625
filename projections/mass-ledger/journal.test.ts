import { describe, expect, test } from 'vitest'
import { Journal } from './journal.ts'
import type { LotFlow } from './lot-flows.ts'

const atMs = Date.parse('2026-11-22T12:00:00Z')

function flow(changes: Partial<LotFlow>): LotFlow {
  return { lot: 'L-1', site: 'S-PLANT', code: '170405', grams: 0, atMs, by: 'receipt', ...changes }
}

/** What is written of some flows: account and grams, in order. */
function written(...flows: readonly LotFlow[]): readonly string[] {
  const journal = new Journal()
  journal.stock(flows)
  return journal.postings.map(({ account, amount }) => `${account} ${amount}`)
}

describe('what moves nothing is not written', () => {
  test.each<[string, (journal: Journal) => void]>([
    ['production', journal => journal.produced('S-PRODUCER', 0, atMs)],
    ['transit', journal => journal.transit('S-PRODUCER', 0, atMs)],
    ['fate', journal => journal.fate('S-PLANT', 'R4', 0, atMs)],
    ['loss', journal => journal.loss('S-PLANT', 0, atMs)],
    ['discrepancy', journal => journal.discrepancy('S-PRODUCER', 0, atMs)],
    ['adjustment', journal => journal.adjusted('S-PLANT', 0, atMs)],
    ['stock', journal => journal.stock([flow({ grams: 0 })])],
  ])('of %s', (_, book) => {
    const journal = new Journal()
    book(journal)
    expect(journal.postings).toEqual([])
  })

  test('where two flows undo each other, but of their lots', () => {
    expect(written(flow({ grams: 5 }), flow({ lot: 'L-2', grams: -5 }))).toEqual([
      'lot/S-PLANT/170405/L-1 5',
      'lot/S-PLANT/170405/L-2 -5',
    ])
  })
})

describe('flows that stand side by side', () => {
  test('of one stock are booked in it in one sum', () => {
    expect(written(flow({ grams: 5 }), flow({ lot: 'L-2', grams: 7 }))).toEqual([
      'lot/S-PLANT/170405/L-1 5',
      'lot/S-PLANT/170405/L-2 7',
      'stock/S-PLANT/170405 12',
      'held/S-PLANT 12',
    ])
  })

  test('of two stocks of a site are one sum only in what it holds', () => {
    expect(written(flow({ grams: 5 }), flow({ code: '191212', grams: 7 }))).toEqual([
      'lot/S-PLANT/170405/L-1 5',
      'stock/S-PLANT/170405 5',
      'lot/S-PLANT/191212/L-1 7',
      'stock/S-PLANT/191212 7',
      'held/S-PLANT 12',
    ])
  })

  test.each([
    ['of two sites', { site: 'S-OTHER' }],
    ['at two moments', { atMs: atMs + 1 }],
  ])('%s are booked apart', (_, apart) => {
    const site = 'site' in apart ? apart.site : 'S-PLANT'
    expect(written(flow({ grams: 5 }), flow({ grams: 7, ...apart }))).toEqual([
      'lot/S-PLANT/170405/L-1 5',
      'stock/S-PLANT/170405 5',
      'held/S-PLANT 5',
      `lot/${site}/170405/L-1 7`,
      `stock/${site}/170405 7`,
      `held/${site} 7`,
    ])
  })
})
