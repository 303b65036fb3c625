import { eventTypes } from '@athar/events/catalogue.ts'
import { submittedEnvelope } from '@athar/events/envelope.ts'
import { type EventType, newestVersion, payloadSchema } from '@athar/events/event-type.ts'
import { type JsonSchema, jsonSchemas } from '@athar/http/openapi/json-schemas.ts'
import { schemaReference } from '@athar/http/openapi/responses.ts'
import { z } from 'zod'
import { answerSchemas } from './answer-schemas.ts'

/** The name of the schema that every submitted event keeps to. */
export const eventSchemaName = 'Event'

/** All schemas of the description, `more` among them, made from those that validate (JSON Schema 2020-12). */
export function componentSchemas(more: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const types = Object.entries<EventType>(eventTypes).map(([name, type]) => [name, eventSchema(name, type)] as const)
  const components: Record<string, JsonSchema> = {
    [eventSchemaName]: anyEvent(),
    ...jsonSchemas({ ...answerSchemas, ...more, ...Object.fromEntries(types) }),
  }
  for (const [name, { label, summary, example }] of Object.entries<EventType>(eventTypes))
    Object.assign(components[name] ?? {}, {
      title: label.en,
      description: summary,
      examples: [exampleOf(name, example)],
    })
  return components
}

/** An event as its sender would write it. */
export function exampleOf(type: string, data: unknown): JsonSchema {
  const subject = type.startsWith('waste.movement.') ? 'MV-2026-000123' : 'X-0001'
  return {
    specversion: '1.0',
    id: '0193a5c2-7f10-7c4e-8a51-2f6f0b9d1e77',
    source: '/carriers/C-204',
    type,
    subject,
    time: '2026-11-22T07:41:00+01:00',
    data,
  }
}

function eventSchema(name: string, type: EventType): z.ZodType {
  const versions = Array.from({ length: newestVersion(type) }, (_, index) => payloadSchema(type, index + 1)).filter(
    schema => schema !== undefined,
  )
  return submittedEnvelope.extend({
    type: z.literal(name),
    data: versions.length === 1 ? type.data : z.union(versions),
  })
}

function anyEvent(): JsonSchema {
  const names = Object.keys(eventTypes)
  return {
    title: 'Event',
    description: 'A CloudEvent 1.0 in JSON: what a party says happened. Its "type" says what "data" holds.',
    oneOf: names.map(name => ({ $ref: schemaReference(name) })),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(names.map(name => [name, schemaReference(name)])),
    },
  }
}
