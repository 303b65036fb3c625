import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Cursors } from './cursor.ts'

const cursors = new Cursors(['/v1/movements', 'site=S-1'])
const refusal = expect.objectContaining({
  problem: { code: 'invalid-query', values: expect.objectContaining({ parameter: 'cursor' }) },
})

test('a cursor brings back the place that was written, in letters that a URL takes', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' })).map(each => each.toWellFormed())
  fc.assert(
    fc.property(text, text, (sort, key) => {
      const written = cursors.write({ sort, key })
      expect(written).toMatch(/^[\w-]+$/)
      expect(cursors.read(written)).toEqual({ sort, key })
    }),
  )
})

test('without a cursor a page is the first', () => {
  expect(cursors.read(undefined)).toBeUndefined()
})

describe('is refused by its name', () => {
  const written = cursors.write({ sort: '2026-11-22', key: 'movement/MV-1' })

  test('a cursor of another query', () => {
    const others = [['/v1/movements', 'site=S-2'], ['/v1/movements'], ['/v1/alerts', 'site=S-1']]
    for (const query of others) expect(() => new Cursors(query).read(written)).toThrow(refusal)
  })

  test('one that was cut', () => {
    for (let length = 1; length < written.length; length++)
      expect(() => cursors.read(written.slice(0, length))).toThrow(refusal)
  })

  test.each([
    ['of another version', [2, 'x', 's', 'k']],
    ['that holds no place', [1]],
    ['that is no list', { 0: 1 }],
    ['that is null', null],
  ])('one %s', (_, content) => {
    expect(() => cursors.read(Buffer.from(JSON.stringify(content)).toString('base64url'))).toThrow(refusal)
  })

  test('anything else', () => {
    fc.assert(
      fc.property(fc.base64String({ minLength: 1 }), text => {
        expect(() => cursors.read(text)).toThrow(refusal)
      }),
    )
  })
})
