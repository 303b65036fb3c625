import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldError } from './field-errors.ts'
import { limits } from './limits.ts'
import { problemDocument } from './problems.ts'
import { validateSubmitted } from './submitted.ts'
import { movementStory } from './testing/arbitrary-movement.ts'
import { englishIn } from './testing/english.ts'
import { exampleEvents as valid } from './testing/events.ts'
import { isPlainObject, placesIn, put } from './testing/json-places.ts'

/**
 * What is expected of any JSON: it is refused, and each error names a place; or it passes, and then nothing of it was
 * dropped, filled in or changed on the way.
 */
function expectJudged(json: unknown): void {
  const judged = validateSubmitted(json)
  if (!('refused' in judged)) {
    expect(canonical(judged.event)).toBe(canonical(json))
    return
  }
  const { code, errors = [] } = judged.refused
  expect(code).toBe('invalid-event')
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.length).toBeLessThanOrEqual(limits.fieldErrorsMax)
  for (const error of errors) expectPlace(json, error)
  for (const language of ['fr', 'ar'] as const) {
    const said = JSON.stringify(problemDocument(judged.refused, language))
    expect(said).not.toContain('undefined')
    expect(englishIn(said)).toEqual([])
  }
}

/** The pointer leads to something in the event; or, when something is missing there, to the object that misses it. */
function expectPlace(json: unknown, { pointer, code }: FieldError): void {
  const steps = pointer.split('/').slice(1).map(unescaped)
  const missing = code === 'required' || code === 'not-with-outcome' ? steps.pop() : undefined
  let here = json
  for (const step of steps) {
    const key = keysOf(here).find(one => one.slice(0, 100) === step)
    expect(key, `${pointer} (${code})`).toBeDefined()
    here = key === undefined ? undefined : Object.getOwnPropertyDescriptor(here, key)?.value
  }
  if (missing !== undefined) expect(typeof here, pointer).toBe('object')
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** JSON with its names in order: the same text for the same content. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

describe('arbitrary JSON', () => {
  test('is judged, as the whole event', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => expectJudged(json)),
      { numRuns: 300 },
    )
  })

  test('is judged, as the data of each type', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.jsonValue(), (event, data) => expectJudged({ ...event, data })),
      { numRuns: 500 },
    )
  })

  test('is judged, as the value of each field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.jsonValue(), (event, json) => {
        for (const field of Object.keys(event.data)) expectJudged({ ...event, data: { ...event.data, [field]: json } })
      }),
      { numRuns: 200 },
    )
  })
})

describe('a valid event', () => {
  test('passes unchanged', () => {
    fc.assert(
      fc.property(movementStory, events => {
        for (const event of events) {
          const json = JSON.parse(JSON.stringify(event))
          expect(validateSubmitted(json)).not.toHaveProperty('refused')
          expectJudged(json)
        }
      }),
      { numRuns: 50 },
    )
  })

  type Mutation = (holder: object, key: string, value: unknown) => void

  const strangeKey = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b', '~', '', 'x'.repeat(300), 'ع', '\u0000'),
    fc.string(),
  )
  const strangeNumber = fc.constantFrom(
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e300,
    -1,
    0,
    -0,
    0.0001,
    9e12,
    2 ** 53,
    5e-324,
  )
  const mutation: fc.Arbitrary<Mutation> = fc.oneof(
    fc.constant<Mutation>((holder, key) => Reflect.deleteProperty(holder, key)),
    fc.jsonValue().map<Mutation>(value => (holder, key) => put(holder, key, value)),
    strangeNumber.map<Mutation>(value => (holder, key) => put(holder, key, value)),
    strangeKey.map<Mutation>(name => (holder, _, value) => put(holder, name, value)),
    fc.constant<Mutation>((holder, key, value) => put(holder, key, [value])),
    fc.constant<Mutation>((holder, key, value) => put(holder, key, { [key]: value })),
    fc.constant<Mutation>((holder, key, value) => put(holder, key, `${JSON.stringify(value)} `)),
    fc.constant<Mutation>((holder, key, value) => put(holder, key, Array.isArray(value) ? [...value, ...value] : null)),
  )

  test('mutated at some places is judged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...valid),
        fc.array(fc.tuple(fc.nat(), mutation), { minLength: 1, maxLength: 3 }),
        (event, mutations) => {
          const mutant: object = structuredClone(event)
          for (const [index, mutate] of mutations) {
            const places = placesIn(mutant)
            const place = places[index % places.length]
            if (place !== undefined) mutate(place.holder, place.key, place.value)
          }
          expectJudged(mutant)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('with any one field more is refused, and the pointer names that field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(), strangeKey, (event, index, name) => {
        const mutant: object = structuredClone(event)
        const objects = [mutant, ...placesIn(mutant).map(({ value }) => value)].filter(isPlainObject)
        const holder = objects[index % objects.length] ?? mutant
        fc.pre(!Object.keys(holder).includes(name) && event.type !== 'waste.movement.corrected')
        put(holder, name, 1)
        const judged = validateSubmitted(mutant)
        const errors = 'refused' in judged ? (judged.refused.errors ?? []) : []
        const last = errors.map(({ pointer }) => unescaped(pointer.slice(pointer.lastIndexOf('/') + 1)))
        // A union says which shapes it takes, and not what is too much in the one it was given.
        if (!errors.some(({ code }) => code === 'wrong-format')) expect(last).toContain(name.slice(0, 100))
        expect(errors).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a field that every event must have', () => {
  test.each(['specversion', 'id', 'source', 'type', 'subject', 'time', 'data'])(
    '%s is missing: it is said so',
    field => {
      for (const event of valid) {
        const { [field]: _, ...rest }: Record<string, unknown> = event
        expect(validateSubmitted(rest)).toMatchObject({
          refused: { errors: [{ pointer: `/${field}`, code: 'required' }] },
        })
      }
    },
  )

  test.each(valid)('$type: each required field of its data is missed', event => {
    for (const field of Object.keys(event.data)) {
      const data: Record<string, unknown> = { ...event.data }
      delete data[field]
      const judged = validateSubmitted({ ...event, data })
      if ('refused' in judged)
        expect(judged.refused.errors).toContainEqual({ pointer: `/data/${field}`, code: 'required' })
    }
  })
})

describe('a field that is there', () => {
  const [event = expect.fail('there are no examples')] = valid

  test.each<[string, unknown, Partial<FieldError>]>([
    ['id', 7, { code: 'wrong-type' }],
    ['time', null, { code: 'wrong-type' }],
    ['specversion', '0.3', { code: 'not-one-of', values: { allowed: '1.0' } }],
    ['expectedrevision', '0', { code: 'wrong-type' }],
  ])('is not called missing: %s %j', (field, value, expected) => {
    expect(validateSubmitted({ ...event, [field]: value })).toMatchObject({
      refused: { errors: [{ pointer: `/${field}`, ...expected }] },
    })
  })
})

describe('the version that dataschema names', () => {
  const [declared = valid[0]] = valid.filter(({ type }) => type === 'waste.movement.declared')

  test('is told of what passes, the newest when it is absent', () => {
    expect(validateSubmitted(declared)).toMatchObject({ version: 1 })
    expect(validateSubmitted({ ...declared, dataschema: 'urn:athar:waste.movement.declared:1' })).toMatchObject({
      version: 1,
    })
  })

  test.each([
    'urn:athar:waste.movement.declared:2',
    'urn:athar:waste.movement.declared:0',
    'urn:athar:waste.movement.declared:01',
    'urn:athar:waste.movement.declared:1.0',
    'urn:athar:waste.movement.declared:',
    'urn:athar:waste.movement.declared:99999999999999999999',
    'urn:athar:waste.movement.received:1',
    'https://example.org/declared',
    '',
  ])('is known, which "%s" is not', dataschema => {
    expect(validateSubmitted({ ...declared, dataschema })).toMatchObject({
      refused: {
        errors: [
          { pointer: '/dataschema', code: 'unknown-version', values: { known: 'urn:athar:waste.movement.declared:1' } },
        ],
      },
    })
  })
})
