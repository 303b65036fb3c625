import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { deciders, eventTypeOf, eventTypes, streamOf } from './catalogue.ts'
import { type EventType, families, newestVersion, payloadSchema, upcast } from './event-type.ts'
import { languages } from './language.ts'
import { validateSubmitted } from './submitted.ts'
import { record } from './testing/arrivals.ts'

const types: readonly (readonly [string, EventType])[] = Object.entries(eventTypes)

function exampleOf(name: string, { example }: EventType) {
  return {
    specversion: '1.0',
    id: 'example',
    source: '/tests',
    type: name,
    subject: 'X-1',
    time: '2026-11-22T07:41:00+01:00',
    data: example,
  } as const
}

describe.each(types)('%s', (name, type) => {
  test('is found under its name', () => {
    expect(eventTypeOf(name)).toEqual({ ...type, name })
  })

  test('has an example that is valid, and comes out as it went in', () => {
    expect(validateSubmitted(exampleOf(name, type))).toEqual({
      event: exampleOf(name, type),
      type: { ...type, name },
      version: newestVersion(type),
    })
  })

  test('has an example that its decider takes', () => {
    expect(() => record(deciders[type.family], [exampleOf(name, type)])).not.toThrow()
  })

  test.each(languages)('has a label in "%s"', language => {
    expect(type.label[language]).toMatch(language === 'ar' ? /\p{Script=Arabic}{2}/u : /^\p{Script=Latin}{2}/u)
  })

  test('says in one sentence what it means', () => {
    expect(type.summary).toMatch(/^[A-Z].*\.$/)
  })

  test('can be described as JSON Schema, in every version', () => {
    for (let version = 1; version <= newestVersion(type); version++) {
      const schema = payloadSchema(type, version)
      expect(schema && z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
        type: 'object',
        additionalProperties: false,
      })
    }
  })

  test('refuses a version that it does not have', () => {
    const dataschema = `urn:athar:${name}:${newestVersion(type) + 1}`
    expect(validateSubmitted({ ...exampleOf(name, type), dataschema })).toMatchObject({
      refused: { errors: [{ pointer: '/dataschema', code: 'unknown-version' }] },
    })
  })

  test('brings its newest version to itself', () => {
    expect(upcast(type, newestVersion(type), type.example)).toBe(type.example)
  })
})

test('no two types have the same label, in any language', () => {
  for (const language of languages)
    expect(new Set(types.map(([, { label }]) => label[language])).size, language).toBe(types.length)
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'waste.movement', 'waste.movement.declared '])(
  '"%s" is no event type',
  name => {
    expect(eventTypeOf(name)).toBeUndefined()
  },
)

test('every family has a decider, and a type', () => {
  expect(Object.keys(deciders).sort()).toEqual([...families].sort())
  expect(new Set(types.map(([, { family }]) => family))).toEqual(new Set(families))
})

test('a stream tells its family and its subject, whatever the subject', () => {
  const stream = streamOf('movement', 'lot-X-1')
  expect(stream).toBe('movement-lot-X-1')
  for (const family of families) expect(family).not.toContain('-')
})
