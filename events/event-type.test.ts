import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type EventType, newestVersion, payloadSchema, readUnversioned, upcast } from './event-type.ts'

const first = z.strictObject({ tonnes: z.number() })
const second = z.strictObject({ kg: z.number() })
const third = z.strictObject({ kg: z.number(), basis: z.enum(['estimated', 'weighed', 'unknown']) })

/** A type that has changed twice: it counted tonnes, then kilograms, and then said how they were found. */
const weighed = {
  family: 'movement',
  label: { en: 'weighing', fr: 'pesée', ar: 'وزن' },
  summary: 'Made up for this test.',
  data: third,
  example: { kg: 1500, basis: 'weighed' },
  olderVersions: [
    { data: first, upcast: data => ({ kg: first.parse(data).tonnes * 1000 }) },
    { data: second, upcast: data => ({ ...second.parse(data), basis: 'unknown' }) },
  ],
} as const satisfies EventType

const unchanged: EventType = { ...weighed, olderVersions: [] }

describe('a type that has changed twice', () => {
  test('has three versions', () => {
    expect(newestVersion(weighed)).toBe(3)
  })

  test.each([
    [1, first],
    [2, second],
    [3, third],
  ])('validates version %i with the schema it had', (version, schema) => {
    expect(payloadSchema(weighed, version)).toBe(schema)
  })

  test.each([0, 4, -1, 1.5, Number.NaN])('has no version %d', version => {
    expect(payloadSchema(weighed, version)).toBeUndefined()
  })

  test.each([
    [1, { tonnes: 1.5 }, { kg: 1500, basis: 'unknown' }],
    [2, { kg: 1500 }, { kg: 1500, basis: 'unknown' }],
    [3, { kg: 1500, basis: 'weighed' }, { kg: 1500, basis: 'weighed' }],
  ])('reads version %i as the newest', (version, data, newest) => {
    expect(upcast(weighed, version, data)).toEqual(newest)
  })

  test('whatever an old version holds, the newest schema takes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 0, max: 1e6 }), tonnes => {
        expect(third.safeParse(upcast(weighed, 1, { tonnes })).success).toBe(true)
      }),
    )
  })

  test.each([
    [{ tonnes: 1.5 }, { kg: 1500, basis: 'unknown' }],
    [{ kg: 1500 }, { kg: 1500, basis: 'unknown' }],
    [
      { kg: 1500, basis: 'weighed' },
      { kg: 1500, basis: 'weighed' },
    ],
    [{ pounds: 3000 }, undefined],
  ])('reads %j inside a correction, which does not say its version, as %j', (data, newest) => {
    expect(readUnversioned(weighed, data)).toEqual(newest)
  })

  test('leaves what is recorded as it was', () => {
    const recorded = Object.freeze({ tonnes: 1.5 })
    upcast(weighed, 1, recorded)
    expect(recorded).toEqual({ tonnes: 1.5 })
  })
})

test('a type that has never changed has version 1, which is not touched', () => {
  const data = { kg: 1, basis: 'weighed' }
  expect(newestVersion(unchanged)).toBe(1)
  expect(upcast(unchanged, 1, data)).toBe(data)
})
