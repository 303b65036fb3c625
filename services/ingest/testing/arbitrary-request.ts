import { exampleEvents } from '@athar/events/testing/events.ts'
import { placesIn, put } from '@athar/events/testing/json-places.ts'
import type { Operation } from '@athar/http/openapi/operation.ts'
import type { ApiDescription } from '@athar/http/testing/description.ts'
import fc from 'fast-check'

/** A request as a caller who means harm, or has a bug, might send it. */
export interface ArbitraryRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

/** Names and values that some code somewhere treats specially. */
const oddText = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '%',
  '..',
  '-1',
  '1e999',
  'NaN',
  '9007199254740993',
  '٣',
  '\u0000',
  '\ud800',
)
const anyText = fc.oneof(oddText, fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 10 }))

/** JSON text of any value, `__proto__` and numbers that JavaScript cannot hold among them. */
const anyJson = fc.oneof(
  { weight: 6, arbitrary: fc.json({ maxDepth: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1e999', '-0', '0.1234', '{"__proto__":1}', '[[[[]]]]', '{"a":1,"a":2}', ''),
  },
)

/** A valid event, changed at one place: another value, none, or another name. */
const mutatedEvent = fc
  .record({
    event: fc.constantFrom(...exampleEvents),
    subject: fc.constantFrom('X-1', 'X-2', 'X-3'),
    place: fc.nat(),
    change: fc.oneof(
      anyJson.map(json => ({ kind: 'value' as const, json })),
      fc.constant({ kind: 'gone' as const }),
      anyText.map(name => ({ kind: 'renamed' as const, name })),
      fc.constant({ kind: 'none' as const }),
    ),
  })
  .map(({ event, subject, place, change }) => {
    const copy: object = structuredClone({ ...event, subject })
    const places = placesIn(copy)
    const at = places[place % places.length]
    if (at === undefined || change.kind === 'none') return JSON.stringify(copy)
    const marked = '"a place to be replaced"'
    if (change.kind === 'value') put(at.holder, at.key, JSON.parse(marked))
    if (change.kind !== 'value') Reflect.deleteProperty(at.holder, at.key)
    if (change.kind === 'renamed') put(at.holder, change.name, at.value)
    return JSON.stringify(copy).replace(marked, change.kind === 'value' ? change.json : marked)
  })

const eventText = fc.oneof({ weight: 3, arbitrary: mutatedEvent }, { weight: 1, arbitrary: anyJson })
const bodyText = fc.oneof(
  eventText,
  fc.array(eventText, { maxLength: 5 }).map(events => `[${events.join(',')}]`),
  fc.array(eventText, { maxLength: 5 }).map(events => events.join('\n')),
  fc.tuple(eventText, fc.nat()).map(([text, end]) => text.slice(0, end % (text.length + 1))),
)
const body = fc.oneof(
  { weight: 5, arbitrary: bodyText.map(text => new Uint8Array(Buffer.from(text))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map(bytes => new Uint8Array(bytes)) },
)

const queryValues = ['0', '1', '5', '10001', 'true', 'false', '2027-01-01', 'waste.movement.declared', 'movement-X-1']

/** A query for a route: mostly of the parameters that it has. */
function arbitraryQuery(parameters: readonly QueryParameter[]): fc.Arbitrary<string> {
  const anyPair = fc.tuple(anyText, fc.oneof(fc.constantFrom(...queryValues), anyText))
  const knownPair = parameters.map(({ name, values }) =>
    fc.tuple(fc.constant(name), fc.oneof(fc.constantFrom(...values, ...queryValues), anyText)),
  )
  const pair = fc.oneof(...knownPair.map(arbitrary => ({ weight: 4, arbitrary })), { weight: 1, arbitrary: anyPair })
  return fc
    .array(pair, { maxLength: 3 })
    .map(pairs => (pairs.length === 0 ? '' : `?${pairs.map(each => each.map(encode).join('=')).join('&')}`))
}

interface QueryParameter {
  readonly name: string
  /** The words it knows, when it knows some. */
  readonly values: readonly string[]
}

/** The query parameters of the operations of a path. */
function queryParametersOf(operations: Readonly<Record<string, Operation>>): readonly QueryParameter[] {
  return Object.values(operations)
    .flatMap(({ parameters }) => parameters ?? [])
    .filter(parameter => parameter.in === 'query')
    .map(({ name, schema }) => ({ name: String(name), values: Object(schema).enum ?? [] }))
}

const printable = fc.stringMatching(/^[\x21-\x7e]{0,20}$/)
const headers = fc.record(
  {
    accept: fc.oneof(
      fc.constantFrom('application/json', 'application/x-ndjson', 'text/event-stream', '*/*', 'text/html', 'a/b;q=x'),
      printable,
    ),
    'accept-language': fc.oneof(fc.constantFrom('en', 'fr', 'ar-DZ', 'de'), printable),
    'content-type': fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          'application/json',
          'application/cloudevents+json',
          'application/cloudevents-batch+json',
          'application/x-ndjson; charset=latin1',
        ),
      },
      { weight: 1, arbitrary: fc.oneof(fc.constant('text/plain'), printable) },
    ),
    'content-encoding': fc.oneof(
      { weight: 5, arbitrary: fc.constant('identity') },
      { weight: 1, arbitrary: fc.oneof(fc.constantFrom('gzip', 'br'), printable) },
    ),
    'if-none-match': fc.oneof(fc.constant('*'), printable),
    'last-event-id': fc.oneof(fc.constantFrom('0', '3'), printable),
    prefer: fc.oneof(fc.constant('return=minimal'), printable),
  },
  { requiredKeys: [] },
)

/** Requests to these paths, in which `{…}` stands for anything, `names` among it, and now and then to another. */
export function arbitraryRequest(
  paths: ApiDescription['paths'],
  keys: readonly string[],
  names: readonly string[] = [],
): fc.Arbitrary<ArbitraryRequest> {
  const known = ['X-1', 'low', 'wilayas', 'event-types', 'start.js', ...names]
  const name = fc.oneof(fc.constantFrom(...known), anyText).map(encode)
  const someNames = fc.infiniteStream(name)
  const routes = Object.entries(paths).map(([template, operations]) =>
    fc
      .record({ values: someNames, query: arbitraryQuery(queryParametersOf(operations)) })
      .map(({ values, query }) => `${template.replace(/\{\w+\}/g, () => values.next().value)}${query}`),
  )
  const elsewhere = fc.tuple(fc.webPath(), arbitraryQuery([])).map(parts => parts.join(''))
  const path = fc.oneof({ weight: 20, arbitrary: fc.oneof(...routes) }, { weight: 1, arbitrary: elsewhere })
  const method = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('GET', 'POST') },
    { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND') },
  )
  const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: printable })
  const anything = fc.record({ method, path, headers, key, body }).map(({ method, path, headers, key, body }) => ({
    method,
    path,
    headers: { ...headers, ...(key !== '' && { authorization: `Bearer ${key}` }) },
    body: method === 'GET' || method === 'HEAD' ? undefined : body,
  }))
  return fc.oneof(anything, arbitraryWrite(keys))
}

/** Requests that get past the door, so that what is behind it is tried as well. */
function arbitraryWrite(keys: readonly string[]): fc.Arbitrary<ArbitraryRequest> {
  const events = fc.array(eventText, { maxLength: 5 })
  const written = fc.oneof(
    eventText.map(text => ({ type: 'application/cloudevents+json', text })),
    events.map(texts => ({ type: 'application/cloudevents-batch+json', text: `[${texts.join(',')}]` })),
    events.map(texts => ({ type: 'application/x-ndjson', text: texts.join('\n') })),
  )
  return fc
    .record({ written, key: fc.constantFrom(...keys), atomic: fc.constantFrom('', '?atomic=true') })
    .map(({ written: { type, text }, key, atomic }) => ({
      method: 'POST',
      path: `/v1/events${atomic}`,
      headers: { 'content-type': type, authorization: `Bearer ${key}` },
      body: new Uint8Array(Buffer.from(text)),
    }))
}

/** Lone surrogates cannot be written in a URL. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
