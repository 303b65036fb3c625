import { text } from '@athar/events/fields.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonSchemas } from './json-schemas.ts'

describe('A schema that is published', () => {
  const { Remark: schema } = jsonSchemas({ Remark: z.strictObject({ text }) })

  test('has no Unicode property, which Python and ECMAScript without its u flag do not know', () => {
    expect(JSON.stringify(schema)).not.toMatch(/\\p\{/i)
  })

  test.each([
    ['Bac n° 4, بلاستيك 🚛', true],
    ['two\nlines', false],
    ['\u009f', false],
    ['\ue000', false],
  ])('takes in %j as the ledger does: %s', (value, taken) => {
    expect(text.safeParse(value).success).toBe(taken)
    expect(patternsOf(schema).every(pattern => new RegExp(pattern).test(value))).toBe(taken)
  })
})

/** What the one property of the schema must match, all of it. */
function patternsOf(schema: unknown): readonly string[] {
  const found = z.looseObject({
    properties: z.object({ text: z.object({ allOf: z.array(z.object({ pattern: z.string() })) }) }),
  })
  return found.parse(schema).properties.text.allOf.map(({ pattern }) => pattern)
}
