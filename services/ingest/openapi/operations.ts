import { eventTypes } from '@athar/events/catalogue.ts'
import { builtInLists } from '@athar/events/codes/code-lists.ts'
import type { EventType } from '@athar/events/event-type.ts'
import { limits } from '@athar/events/limits.ts'
import type { KeyRole } from '@athar/infra/key-store/port.ts'
import { everyRole, readingAllRoles, writingRoles } from '../authentication.ts'
import { eventSchemaName, exampleOf, schemaReference } from './component-schemas.ts'
import { jsonResponse, type MediaContent, problemResponses, type Response, refTo } from './responses.ts'

/** One operation of the description, OpenAPI 3.1 §4.8.10. */
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security?: readonly []
  readonly parameters?: readonly Record<string, unknown>[]
  readonly requestBody?: Record<string, unknown>
  readonly responses: Record<string, Response>
}

const referencePattern = `^[A-Za-z0-9\\-_.:]{1,${limits.referenceLengthMax}}$`
const text: MediaContent = { schema: { type: 'string' } }
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
      'id-reused',
      'wrong-revision',
      'body-too-large',
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
  parameters: [path('id', 'The movement', { type: 'string' }), acceptLanguage()],
  responses: {
    200: jsonResponse('Its recorded events, in order of recording', 'MovementEvents'),
    ...problemResponses(['invalid-query', 'unauthenticated', 'not-found', 'not-acceptable', 'ledger-unavailable']),
  },
}

export const getCodes: Operation = {
  operationId: 'listCodeLists',
  tags: ['codes'],
  summary: 'Which code lists there are',
  description: forRoles(everyRole),
  parameters: [acceptLanguage()],
  responses: {
    200: cacheable(jsonResponse('The lists, with their titles', 'CodeLists')),
    304: notModified(),
    ...problemResponses(['invalid-query', 'unauthenticated', 'not-acceptable']),
  },
}

export const getCodeList: Operation = {
  operationId: 'readCodeList',
  tags: ['codes'],
  summary: 'A code list, labelled in three languages',
  description: forRoles(everyRole),
  parameters: [
    path('list', 'Its name', { type: 'string', examples: ['event-types', ...builtInLists.map(list => list.name)] }),
    query('at', 'Only what is valid on this day, in Algeria.', { type: 'string', format: 'date' }),
    acceptLanguage(),
  ],
  responses: {
    200: cacheable(jsonResponse('The list', 'CodeList')),
    304: notModified(),
    ...problemResponses(['invalid-query', 'unauthenticated', 'not-found', 'not-acceptable']),
  },
}

export const getLivez = forMachines({
  operationId: 'livez',
  summary: 'Is the process alive',
  content: { 'text/plain': text },
})
export const getReadyz = forMachines({
  operationId: 'readyz',
  summary: 'Can it record events now',
  content: { 'text/plain': text },
  problems: ['ledger-unavailable'],
})
export const getMetrics = forMachines({
  operationId: 'metrics',
  summary: 'Figures for Prometheus',
  content: { 'text/plain': text },
})
export const getOpenapi = forMachines({
  operationId: 'openapi',
  summary: 'This description',
  content: { 'application/json': { schema: { type: 'object' } } },
  isTagged: true,
})
export const getDocs = forMachines({
  operationId: 'docs',
  summary: 'This description, to read',
  content: { 'text/html': text },
  isTagged: true,
})
export const getDocsAsset: Operation = {
  ...forMachines({
    operationId: 'docsAsset',
    summary: 'What the page at /docs loads',
    content: { 'text/css': text, 'text/javascript': text },
    problems: ['not-found'],
    isTagged: true,
  }),
  parameters: [path('asset', 'Its file name', { type: 'string' })],
}

interface MachineOperation {
  readonly operationId: string
  readonly summary: string
  readonly content: Record<string, MediaContent>
  readonly problems?: Parameters<typeof problemResponses>[0]
  readonly isTagged?: boolean
}

function forMachines({ operationId, summary, content, problems = [], isTagged = false }: MachineOperation): Operation {
  return {
    operationId,
    tags: ['service'],
    summary,
    description: 'Without a key.',
    security: [],
    responses: {
      200: { description: summary, content },
      ...(isTagged && { 304: notModified() }),
      ...problemResponses(problems),
    },
  }
}

function singleEvent(): MediaContent {
  return {
    schema: eventSchema,
    examples: Object.fromEntries(exampleEvents.map(({ name, title, value }) => [name, { summary: title, value }])),
  }
}

function forRoles(roles: readonly KeyRole[]): string {
  return `For keys of role ${roles.join(', ')}.`
}

function query(name: string, description: string, schema: Record<string, unknown>): Record<string, unknown> {
  return { name, in: 'query', description, schema }
}

function path(name: string, description: string, schema: Record<string, unknown>): Record<string, unknown> {
  return { name, in: 'path', required: true, description, schema }
}

function acceptLanguage(): Record<string, unknown> {
  return {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems and warnings: en, fr or ar.',
    schema: { type: 'string' },
  }
}

function cacheable(response: Response): Response {
  return { ...response, headers: { ETag: { schema: { type: 'string' } } } }
}

function notModified(): Response {
  return { description: 'What `If-None-Match` names is still what there is' }
}
