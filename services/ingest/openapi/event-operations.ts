import { eventTypes } from '@athar/events/catalogue.ts'
import type { EventType } from '@athar/events/event-type.ts'
import { referencePattern } from '@athar/events/fields.ts'
import { limits } from '@athar/events/limits.ts'
import { everyRole, readingAllRoles, writingRoles } from '@athar/http/authentication.ts'
import { acceptLanguage, forRoles, type Operation, path, query } from '@athar/http/openapi/operation.ts'
import {
  jsonResponse,
  type MediaContent,
  problemResponses,
  refTo,
  schemaReference,
} from '@athar/http/openapi/responses.ts'
import { eventSchemaName, exampleOf } from './component-schemas.ts'

const eventSchema = { $ref: schemaReference(eventSchemaName) }
const exampleEvents = Object.entries<EventType>(eventTypes).map(([name, { example, label, summary }]) => ({
  name,
  title: label.en,
  summary,
  value: exampleOf(name, example),
}))

export const postEvents: Operation = {
  operationId: 'recordEvents',
  tags: ['events'],
  summary: 'Say what happened',
  description: `${forRoles(writingRoles)} One event, an array of events, or an event a line. Answered when what is recorded is on disk. The same event again is a duplicate and answers with where it stands, so whatever was not answered may be sent again. Bodies may be compressed (gzip, deflate, br, zstd); at most ${limits.bodyBytesMax / 2 ** 20} MiB before and after, ${limits.batchEventsMax} events, ${limits.atomicBatchEventsMax} in an atomic batch.`,
  parameters: [
    {
      name: 'atomic',
      in: 'query',
      description: 'All or nothing: when one event is rejected, none is written.',
      schema: { type: 'string', enum: ['true', 'false'], default: 'false' },
    },
    {
      name: 'Prefer',
      in: 'header',
      description: '`return=minimal`: the items of the answer to a batch are only those rejected (RFC 7240).',
      schema: { type: 'string' },
    },
    acceptLanguage(),
  ],
  requestBody: {
    required: true,
    content: {
      'application/cloudevents+json': singleEvent(),
      'application/json': singleEvent(),
      'application/cloudevents-batch+json': {
        schema: { type: 'array', items: eventSchema, maxItems: limits.batchEventsMax },
        examples: { movement: { value: exampleEvents.slice(0, 1).map(example => example.value) } },
      },
      'application/x-ndjson': { schema: { type: 'string', description: 'An event a line' } },
    } satisfies Record<string, MediaContent>,
  },
  responses: {
    200: {
      description: 'A duplicate of what is recorded; or the answer to a batch, in which each item has its own verdict',
      content: { 'application/json': { schema: { anyOf: [refTo('Verdict'), refTo('BatchAnswer')] } } },
    },
    201: jsonResponse('Recorded, and on disk', 'Verdict'),
    ...problemResponses([
      'not-json',
      'body-incomplete',
      'invalid-query',
      'unauthenticated',
      'role-may-not',
      'not-your-party',
      'already-recorded',
      'movement-full',
      'id-reused',
      'wrong-revision',
      'body-too-large',
      'event-too-large',
      'unsupported-media-type',
      'invalid-event',
      'atomic-batch-rejected',
      'ledger-busy',
      'ledger-unavailable',
    ]),
  },
}

export const getEvents: Operation = {
  operationId: 'readFeed',
  tags: ['events'],
  summary: 'The change feed',
  description: `${forRoles(readingAllRoles)} Recorded events in the order of the log. Nothing is missed and nothing comes twice, at any position. As a page (application/json), as lines up to the present end (application/x-ndjson), or live (text/event-stream). Filters narrow; a filtered page looks at ${limits.feedScanMax} positions at most and may be empty: go on from "next".`,
  parameters: [
    query('after', 'The position after which to begin.', { type: 'integer', minimum: 0, default: 0 }),
    query(
      'limit',
      `The most events to answer. A page has ${limits.feedItemsDefault} when it is not given, and ${limits.feedItemsMax} at most; the other forms then end after so many.`,
      {
        type: 'integer',
        minimum: 1,
      },
    ),
    query('type', 'Only events of this type.', { type: 'string', enum: Object.keys(eventTypes) }),
    query('stream', 'Only events of this stream, e.g. movement-MV-2026-000123.', { type: 'string' }),
    query('site', 'Only events that name this site, or register it.', { type: 'string', pattern: referencePattern }),
    {
      name: 'Last-Event-ID',
      in: 'header',
      description: 'Of a live feed: the position of the last event seen. Wins over "after".',
      schema: { type: 'integer', minimum: 0 },
    },
    acceptLanguage(),
  ],
  responses: {
    200: {
      description: 'Recorded events',
      content: {
        'application/json': { schema: refTo('FeedPage') },
        'application/x-ndjson': { schema: { type: 'string', description: 'A RecordedEvent a line' } },
        'text/event-stream': {
          schema: {
            type: 'string',
            description: 'Server-sent events: "id" is the position, "data" a RecordedEvent; a comment every 15 s.',
          },
        },
      },
    },
    ...problemResponses([
      'invalid-query',
      'unauthenticated',
      'role-may-not',
      'not-acceptable',
      'feeds-full',
      'ledger-unavailable',
    ]),
  },
}

export const getMovementEvents: Operation = {
  operationId: 'readMovementEvents',
  tags: ['events'],
  summary: 'What was recorded of a movement',
  description: `${forRoles(everyRole)} A party reads the movements in which one of its organisations has a part; of any other it learns no more than of one that is not there.`,
  parameters: [
    path('id', 'The movement', { type: 'string' }),
    query('minPosition', 'A position that the log must have reached, as for every read.', {
      type: 'integer',
      minimum: 0,
    }),
    acceptLanguage(),
  ],
  responses: {
    200: {
      ...jsonResponse('Its recorded events, in order of recording', 'MovementEvents'),
      headers: {
        'Athar-Position': { description: 'The position up to which the log was read', schema: { type: 'integer' } },
      },
    },
    ...problemResponses([
      'invalid-query',
      'unauthenticated',
      'not-found',
      'not-acceptable',
      'view-behind',
      'ledger-unavailable',
    ]),
  },
}

function singleEvent(): MediaContent {
  return {
    schema: eventSchema,
    examples: Object.fromEntries(exampleEvents.map(({ name, title, value }) => [name, { summary: title, value }])),
  }
}
