import type { ProblemCode } from '@athar/events/problems.ts'
import { acceptLanguage, type Operation, path, query } from '@athar/http/openapi/operation.ts'
import { type MediaContent, problemResponses, type Response } from '@athar/http/openapi/responses.ts'
import { everyParameter } from './asked.ts'
import type { Parameter, Parameters } from './parameter.ts'
import type { ReadDefinition } from './read.ts'

/** What is refused at every read. */
const problems: readonly ProblemCode[] = [
  'invalid-query',
  'unauthenticated',
  'role-may-not',
  'not-acceptable',
  'view-behind',
  'view-unavailable',
]

/** A read, as the description of the API has it. */
export function describeRead<Path extends Parameters, Query extends Parameters, Projection extends string>(
  definition: ReadDefinition<Path, Query, Projection>,
  content: Readonly<Record<string, MediaContent>>,
  more: Pick<Response, 'headers'> & { readonly problems?: readonly ProblemCode[] } = {},
): Operation {
  const { operationId, tag, summary, description, readers, pathParameters, queryParameters } = definition
  // What the path names may not be there; and a site that is not for a party is to it as if it were not.
  const mayBeMissing = Object.keys(pathParameters).length > 0 || readers.check !== undefined
  return {
    operationId,
    tags: [tag],
    summary,
    description: [description, readers.description].filter(text => text !== undefined).join(' '),
    parameters: [
      ...Object.entries(pathParameters).map(([name, each]) => path(name, each.description, each.schema)),
      ...Object.entries({ ...queryParameters, ...everyParameter }).map(([name, each]) => describeQuery(name, each)),
      acceptLanguage(),
    ],
    responses: {
      200: {
        description: summary,
        headers: {
          'Athar-Position': { description: 'The position that the views have folded', schema: { type: 'integer' } },
          ...more.headers,
        },
        content,
      },
      ...problemResponses([...problems, ...(mayBeMissing ? (['not-found'] as const) : []), ...(more.problems ?? [])]),
    },
  }
}

function describeQuery(name: string, { description, schema, absent }: Parameter<unknown>): Record<string, unknown> {
  return { ...query(name, description, schema), ...(absent === undefined && { required: true }) }
}

/** Fastify writes `:id` where the description writes `{id}`. */
export function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}
