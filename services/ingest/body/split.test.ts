import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineBounds, splitArray } from './split.ts'

const many = 1_000
/** Between two tokens, and in JSON nothing else. */
const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 4 })

describe('an array', () => {
  test('is cut into the texts of its items, whatever is in them and around them', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { maxLength: 5 }), space, (items, around) => {
        const text = `${around}[${around}${items.join(`${around},${around}`)}${around}]${around}`
        const cut = splitArray(text, many)
        expect(cut?.map(item => JSON.parse(item))).toEqual(items.map(item => JSON.parse(item)))
      }),
    )
  })

  test.each(['', ' ', '7', '[', ']', '[1', '1]', '[1]]', '[1] [2]', '["]', '{}'])('is not what %j is', text => {
    expect(splitArray(text, many)).toBeUndefined()
  })

  test.each([
    ['in an empty array', `[${' '.repeat(100_000)}]`, 0],
    ['between the lines of an item', `[{${'\n '.repeat(50_000)}}]`, 1],
  ])('is cut within a moment however much white space there is: %s', (_, text, items) => {
    const startMs = performance.now()
    expect(splitArray(text, many)).toHaveLength(items)
    expect(performance.now() - startMs).toBeLessThan(1_000) // read once it takes a millisecond, read over and over ten seconds
  })

  test('is not cut any further than shows that it has too many items', () => {
    expect(splitArray('[1,2,3]', 3)).toHaveLength(3)
    expect(splitArray('[1,2,3,4]', 3)).toHaveLength(4)
    expect(splitArray(`[${','.repeat(8_000_000)}]`, 3)).toHaveLength(4)
  })
})

describe('lines', () => {
  test('are found without the white space around them, and empty ones are no lines', () => {
    const bytes = Buffer.from('1 \r\n\n \t\n  {"a": 2}')
    const bounds = lineBounds(bytes, many)
    expect([bytes.toString('utf8', bounds[0], bounds[1]), bytes.toString('utf8', bounds[2], bounds[3])]).toEqual([
      '1',
      '{"a": 2}',
    ])
    expect(bounds).toHaveLength(4)
  })

  test('are not looked for any further than shows that there are too many', () => {
    expect(lineBounds(Buffer.from('1\n2\n3'), 3)).toHaveLength(2 * 3)
    expect(lineBounds(Buffer.from('1\n'.repeat(4_000_000)), 3)).toHaveLength(2 * 4)
  })
})
