import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FieldErrorCode } from './field-errors.ts'
import { says } from './fields.ts'
import { inWords, type Values } from './language.ts'
import { limits } from './limits.ts'
import { phrases } from './phrases.ts'
import { fieldErrorsOf, pointerOf, report } from './validation.ts'

function errorsOf(schema: z.ZodType, input: unknown, prefix = '') {
  const parsed = schema.safeParse(input, { reportInput: true })
  return parsed.success ? [] : fieldErrorsOf(parsed.error, prefix)
}

type Case = readonly [schema: z.ZodType, input: unknown, code: FieldErrorCode, values?: Values]

/** Every kind of issue that zod knows: a new one does not compile until it is in here. */
const kinds: Readonly<Record<z.core.$ZodIssue['code'], readonly Case[]>> = {
  invalid_type: [
    [z.strictObject({ a: z.string() }), {}, 'required'],
    [z.string(), 1, 'wrong-type', { expected: 'a string', received: 'a number' }],
    [z.string(), null, 'wrong-type', { expected: 'a string', received: 'null' }],
    [z.string(), [], 'wrong-type', { expected: 'a string', received: 'an array' }],
    [z.number(), JSON.parse('1e999'), 'wrong-type', { expected: 'a number', received: 'a number out of range' }],
    [z.int(), 1.5, 'wrong-type', { expected: 'a whole number', received: 'a number' }],
  ],
  invalid_value: [
    [z.enum(['a', 'b']), 'c', 'not-one-of', { allowed: 'a, b' }],
    [z.literal('1.0'), '2.0', 'not-one-of', { allowed: '1.0' }],
    [z.strictObject({ a: z.enum(['a']) }), {}, 'required'],
  ],
  too_small: [
    [z.number().min(3), 2, 'too-small', { limit: 3 }],
    [z.int().min(3), 2, 'too-small', { limit: 3 }],
    [z.string().min(3), 'ab', 'too-short', { limit: 3, unit: 'characters' }],
    [z.array(z.string()).min(1), [], 'too-short', { limit: 1, unit: 'items' }],
  ],
  too_big: [
    [z.number().max(3), 4, 'too-big', { limit: 3 }],
    [z.string().max(3), 'abcd', 'too-long', { limit: 3, unit: 'characters' }],
    [z.array(z.string()).max(1), ['a', 'b'], 'too-long', { limit: 1, unit: 'items' }],
  ],
  invalid_format: [
    [z.string().regex(/^a$/, 'the letter a'), 'b', 'wrong-format', { expected: 'the letter a' }],
    [z.string().regex(/^a$/, says('six-digits')), 'b', 'wrong-format', { expected: phrases['six-digits'].en }],
  ],
  invalid_union: [
    [
      z.union([z.string(), z.number()], { error: 'a text or a number' }),
      true,
      'wrong-format',
      { expected: 'a text or a number' },
    ],
    [z.strictObject({ a: z.union([z.string(), z.number()], { error: 'either' }) }), {}, 'required'],
  ],
  unrecognized_keys: [[z.strictObject({}), { a: 1 }, 'unknown-field']],
  custom: [
    [z.string().check(context => report(context, [], 'repeated', { value: 'x' })), 'x', 'repeated', { value: 'x' }],
    [z.string().check(context => report(context, [], 'too-many-decimals')), 'x', 'too-many-decimals'],
    [z.string().refine(() => false, 'something else'), 'x', 'wrong-format', { expected: 'something else' }],
  ],
  not_multiple_of: [[z.number().multipleOf(2), 3, 'wrong-format']],
  invalid_key: [[z.record(z.string().max(1), z.string()), { ab: 'c' }, 'wrong-format']],
  invalid_element: [[z.map(z.unknown(), z.string()), new Map([[{}, 1]]), 'wrong-format']],
}

describe.each(Object.entries(kinds))('what zod calls %s', (_, cases) => {
  test.each(cases.map(one => [one[2], one] as const))('is %s', (_code, [schema, input, code, values]) => {
    const errors = errorsOf(schema, input)
    expect(errors.map(error => error.code)).toEqual([code])
    if (values !== undefined) expect(inEnglish(errors[0]?.values)).toEqual(values)
  })
})

describe('the place of an error', () => {
  test('is a JSON Pointer from the root, below the prefix', () => {
    const schema = z.strictObject({ lots: z.array(z.strictObject({ kg: z.number() })) })
    expect(errorsOf(schema, { lots: [{ kg: 1 }, { kg: 'x' }] }, '/data')[0]?.pointer).toBe('/data/lots/1/kg')
  })

  test('of the value itself is the prefix', () => {
    expect(errorsOf(z.string(), 1)[0]?.pointer).toBe('')
    expect(errorsOf(z.string(), 1, '/data')[0]?.pointer).toBe('/data')
  })

  test('of our own finding is below the value that is checked', () => {
    const schema = z.strictObject({ a: z.strictObject({}).check(context => report(context, ['b', 0], 'repeated')) })
    expect(errorsOf(schema, { a: {} })[0]?.pointer).toBe('/a/b/0')
  })

  test.each([
    ['a/b', '/a~1b'],
    ['a~b', '/a~0b'],
    ['~1', '/~01'],
    ['', '/'],
    ['__proto__', '/__proto__'],
  ])('escapes the name "%s" (RFC 6901)', (name, pointer) => {
    expect(pointerOf([name])).toBe(pointer)
    expect(errorsOf(z.strictObject({}), JSON.parse(`{${JSON.stringify(name)}:1}`))[0]?.pointer).toBe(pointer)
  })

  test('is a well-formed pointer, and finds names of up to 100 characters', () => {
    const name = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('~', '/', 'a'), minLength: 95, maxLength: 210 }),
    )
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), names => {
        const pointer = pointerOf(names)
        expect(pointer).toMatch(/^(\/([^~/]|~[01])*)+$/u)
        expect(read(pointer)).toEqual(names.map(one => one.slice(0, 100)))
      }),
    )
  })
})

describe('of many errors', () => {
  test(`at most ${limits.fieldErrorsMax} are told`, () => {
    const items = Array.from({ length: 1000 }, () => 1)
    expect(errorsOf(z.array(z.string()), items)).toHaveLength(limits.fieldErrorsMax)
    const fields = Object.fromEntries(items.map((one, index) => [`f${index}`, one]))
    expect(errorsOf(z.strictObject({ known: z.string() }), fields)).toHaveLength(limits.fieldErrorsMax)
  })
})

/** Figures stay figures; words become English. */
function inEnglish(values: Values = {}): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : inWords(value, 'en')]),
  )
}

/** The steps of a JSON Pointer, as RFC 6901 §4 reads them. */
function read(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
