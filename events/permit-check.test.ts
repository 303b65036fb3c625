import { describe, expect, test } from 'vitest'
import type { Permit } from './directory/directory.ts'
import { type Activity, covers } from './permit-check.ts'

const oilByR9: Activity = { kind: 'treatment', code: '130205', operation: 'R9' }

function isFor(activity: Activity, permit: Partial<Pick<Permit, 'kind' | 'wastes' | 'operations'>>): boolean {
  return covers({ kind: 'treatment', wastes: ['13'], ...permit }, activity)
}

describe('a permit is for', () => {
  test('what it names: kind, waste and operation', () => {
    expect(isFor(oilByR9, { wastes: ['1401', '1302'], operations: ['R1', 'R9'] })).toBe(true)
  })

  test('every operation when it names none', () => {
    expect(isFor(oilByR9, {})).toBe(true)
  })

  test('carrying and collecting, which are no operation', () => {
    expect(isFor({ kind: 'transport', code: '130205' }, { kind: 'transport', operations: ['R9'] })).toBe(true)
  })

  test.each<[string, Partial<Permit>]>([
    ['of another kind', { kind: 'collection' }],
    ['with another waste', { wastes: ['1401'] }],
    ['by another operation', { operations: ['D10'] }],
  ])('nothing %s', (_, permit) => {
    expect(isFor(oilByR9, permit)).toBe(false)
  })
})
