import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flowNamed, movedName, receivedName, treatedName } from './flow-cells.ts'

const said = (text: string) => text || undefined
const reference = fc.stringMatching(/^[A-Za-z0-9\-_.:]{0,12}$/)
const code = fc.stringMatching(/^(?:[A-Za-z0-9][A-Za-z0-9:.\- ]{0,8})?$/)
const month = fc.constantFrom('1999-12', '2026-11')
const operation = fc.constantFrom('', 'R4', 'D10')

describe('the name of a sum is read back as it was written, whatever references and codes are like:', () => {
  test('of what moved', () => {
    fc.assert(
      fc.property(fc.record({ month, code, from: reference, to: reference, operation }), cell => {
        const { code, from, to, operation } = cell
        expect(flowNamed(`${movedName(cell)}grams`)).toEqual({
          month: cell.month,
          code: said(code),
          from: said(from),
          to: said(to),
          operation: said(operation),
          measure: 'grams',
        })
      }),
    )
  })

  test('of what was received', () => {
    fc.assert(
      fc.property(fc.record({ month, code, operation }), cell => {
        expect(flowNamed(`${receivedName(cell)}count`)).toMatchObject({
          month: cell.month,
          code: said(cell.code),
          operation: said(cell.operation),
          measure: 'count',
        })
      }),
    )
  })

  test('of what was treated', () => {
    fc.assert(
      fc.property(fc.record({ month, code, site: reference, operation }), cell => {
        expect(flowNamed(`${treatedName(cell)}grams`)).toMatchObject({
          month: cell.month,
          from: said(cell.site),
          operation: said(cell.operation),
        })
      }),
    )
  })
})

test.each(['flows:moved/2026-11', 'stock:x/grams', 'flows:moved/2026-11/1/2/3/R4/tonnes'])('%s is none', name => {
  expect(() => flowNamed(name)).toThrow(RangeError)
})
