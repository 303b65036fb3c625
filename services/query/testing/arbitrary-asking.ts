import type { Operation } from '@athar/http/openapi/operation.ts'
import fc from 'fast-check'

/** A GET as a caller who means harm, or has a bug, might send it. */
export interface Asking {
  /** With its query. */
  readonly path: string
  readonly accept: string
}

/** Texts that some code somewhere treats specially. */
const oddText = fc.constantFrom(
  ...['', ' ', ',', '%', '..', '*', '__proto__', 'constructor', 'toString', '\u0000', '\ud800', '٣'],
  ...['-1', '0', '1', '2', '1000', '1001', '1e999', 'NaN', '9007199254740991', '9007199254740992', 'true', 'false'],
  ...['2026-11-22', '2026-02-30', '0000-01-01', '9999-12-31', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00%2B01:00'],
)
const anyText = fc.oneof(oddText, fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 10 }))

interface QueryParameter {
  readonly name: string
  readonly words: readonly string[]
}

/** What may stand in requests. */
export interface Known {
  /** Paths that answer. */
  readonly paths: readonly string[]
  /** What parameters may name. */
  readonly names: readonly string[]
  /** The cursors that answers have given so far. */
  cursors(): readonly string[]
}

/** Requests to a read, at paths that answer and with parameters of its own more often than not. */
export function arbitraryAsking(
  template: string,
  { parameters = [] }: Operation,
  { paths, names, cursors }: Known,
): fc.Arbitrary<Asking> {
  const known: readonly QueryParameter[] = parameters
    .filter(parameter => parameter.in === 'query')
    .map(({ name, schema }) => ({ name: String(name), words: Object(schema).enum ?? [] }))
  const name = fc.constantFrom(...names)
  const pairs = known.map(parameter => ({ weight: 3, arbitrary: pairOf(parameter, name, cursors) }))
  const query = fc.array(fc.oneof(...pairs, { weight: 1, arbitrary: fc.tuple(anyText, anyText) }), { maxLength: 4 })
  const path = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: fc.oneof(name, anyText).map(text => pathWith(template, text)) },
  )
  return fc
    .record({
      path,
      query,
      accept: fc.constantFrom('application/json', 'text/csv', 'application/x-ndjson', '*/*', 'text/html'),
    })
    .map(({ path, query, accept }) => {
      const text = query.map(pair => pair.map(encode).join('=')).join('&')
      return { path: text === '' ? path : `${path}?${text}`, accept }
    })
}

/** The path of a read with a name in it. */
export function pathWith(template: string, name: string): string {
  return template.replace(/\{\w+\}/g, encode(name) || 'X-1')
}

function pairOf(
  { name, words }: QueryParameter,
  names: fc.Arbitrary<string>,
  cursors: () => readonly string[],
): fc.Arbitrary<[string, string]> {
  if (name === 'cursor') {
    const known = fc.nat().map(index => cursors()[index % Math.max(1, cursors().length)] ?? '')
    return fc.tuple(fc.constant(name), fc.oneof(known, anyText))
  }
  if (name === 'minPosition') return fc.tuple(fc.constant(name), fc.constantFrom('0', '3', '99', '-1', 'x'))
  const value = words.length > 0 ? fc.oneof(fc.constantFrom(...words), anyText) : fc.oneof(names, anyText)
  return fc.tuple(fc.constant(name), value)
}

/** Lone surrogates cannot be written in a URL; neither can a step of a path that is only dots. */
function encode(text: string): string {
  return /^\.+$/.test(text) ? 'dots' : encodeURIComponent(text.toWellFormed())
}
