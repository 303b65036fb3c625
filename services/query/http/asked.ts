import type { Position } from '@athar/events/envelope.ts'
import type { Language } from '@athar/events/language.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { keyOf } from '@athar/http/authentication.ts'
import { languageOf, Refusal } from '@athar/http/problem-reply.ts'
import { queryOf } from '@athar/http/query.ts'
import type { KeyRecord } from '@athar/infra/key-store/port.ts'
import type { FastifyRequest } from 'fastify'
import { invalidParameter, optional, type Parameters, parameterValues, type ValuesOf } from './parameter.ts'
import { position } from './parameters.ts'

/** What every read may be asked: an answer that knows at least what the caller has written. */
export const everyParameter = {
  minPosition: optional(
    position('The answer waits until the views have folded this position: that of an event just recorded.'),
  ),
} as const

/** What a request asks, before any view is opened. */
export interface Asked<Path extends Parameters, Query extends Parameters> {
  readonly path: ValuesOf<Path>
  readonly query: ValuesOf<Query>
  readonly key: KeyRecord
  readonly language: Language
  readonly minPosition: Position | undefined
}

/**
 * Reads the parameters of a request; `more` are those that it may have besides. Throws a `Refusal` that names the one that
 * is wrong.
 */
export function askedBy<Path extends Parameters, Query extends Parameters>(
  request: FastifyRequest,
  { pathParameters, queryParameters }: { readonly pathParameters: Path; readonly queryParameters: Query },
  more: Parameters = {},
): Asked<Path, Query> {
  const given = queryOf(request, Object.keys({ ...queryParameters, ...more, ...everyParameter }))
  const query = parameterValues(queryParameters, given)
  inOrder(query, given)
  return {
    path: pathValues(request, pathParameters),
    query,
    key: keyOf(request),
    language: languageOf(request),
    ...parameterValues(everyParameter, given),
  }
}

/** Nothing is in a period that ends before it begins: an empty answer would read as if nothing had happened. */
function inOrder(
  { from, to }: { readonly from?: unknown; readonly to?: unknown },
  given: Readonly<Record<string, string | undefined>>,
): void {
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return // months are put in order by who reads them
  throw invalidParameter('to', phrase('not-before-from', { first: given.from ?? '' }))
}

/** What is not written as it must be in a path is nowhere. */
function pathValues<Path extends Parameters>(request: FastifyRequest, parameters: Path): ValuesOf<Path> {
  const given = request.params as Readonly<Record<string, string>> // what fastify's router gives
  for (const [name, text] of Object.entries(given))
    if (parameters[name]?.parse(text) === undefined)
      throw new Refusal(problem('not-found', { what: `${name} "${text.slice(0, 64)}"` }))
  return parameterValues(parameters, given)
}
