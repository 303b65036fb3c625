import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { validateSubmitted } from './submitted.ts'
import { exampleEvents as valid } from './testing/events.ts'
import { placesIn, put } from './testing/json-places.ts'

describe('names that every object has', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no event type', type => {
    expect(validateSubmitted({ ...valid[0], type })).toMatchObject({
      refused: { errors: [{ pointer: '/type', code: 'unknown-type' }] },
    })
  })

  test('__proto__ as a field is unknown wherever it stands, and changes no object', () => {
    for (const event of valid) {
      const copy: object = structuredClone(event)
      put(copy, '__proto__', { polluted: true })
      expect(validateSubmitted(copy)).toMatchObject({
        refused: { errors: [{ pointer: '/__proto__', code: 'unknown-field' }] },
      })
      const data: object = structuredClone(event.data)
      put(data, '__proto__', { polluted: true })
      expect(validateSubmitted({ ...event, data })).toMatchObject({
        refused: { errors: [{ pointer: '/data/__proto__', code: 'unknown-field' }] },
      })
    }
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('JSON that was made to hurt', () => {
  const depth = 100_000

  function nested(open: string, close: string): unknown {
    return JSON.parse(open.repeat(depth) + close.repeat(depth))
  }

  test.each([
    ['the event itself', nested('[', ']')],
    ['an unknown attribute', { ...valid[0], more: nested('[', ']') }],
    ['the data', { ...valid[0], data: nested('[', ']') }],
    ['a field of the data', { ...valid[0], data: { name: nested('[', ']') } }],
  ])('%s is nested a hundred thousand deep', (_, json) => {
    expect(validateSubmitted(json)).toHaveProperty('refused')
  })

  test.each(['id', 'source', 'type', 'subject', 'time', 'dataschema', 'specversion'])(
    'ten million characters as %s',
    field => {
      const judged = validateSubmitted({ ...valid[0], [field]: 'x'.repeat(10_000_000) })
      const errors = 'refused' in judged ? (judged.refused.errors ?? []) : []
      expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set([`/${field}`]))
      expect(JSON.stringify(judged).length).toBeLessThan(10_000)
    },
  )

  test('a hundred thousand unknown fields', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 1]))
    expect(validateSubmitted({ ...valid[0], ...many })).toMatchObject({
      refused: { values: { count: limits.fieldErrorsMax } },
    })
  })

  test.each(['1e999', '-1e999'])('%s in each number of each type', number => {
    for (const event of valid.filter(({ type }) => type !== 'waste.movement.corrected'))
      for (const index of placesIn(event).keys()) {
        const copy = structuredClone(event)
        const place = placesIn(copy)[index]
        if (typeof place?.value !== 'number') continue
        put(place.holder, place.key, JSON.parse(number))
        expect(validateSubmitted(copy), `${event.type} ${place.key}`).toHaveProperty('refused')
      }
  })
})
