import { eventTypeOf } from '@athar/events/catalogue.ts'
import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { Refusal } from '@athar/http/problem-reply.ts'
import { queryOf, referenceOf, wholeNumberOf } from '@athar/http/query.ts'
import type { FastifyRequest } from 'fastify'
import { FeedFilter, type Wanted } from './feed-filter.ts'

/** What a reader of the feed asks for. */
export interface FeedQuery {
  /** The position after which it begins. */
  readonly after: number
  /** The most events it wants; `undefined` when it does not say. */
  readonly limit: number | undefined
  readonly filter: FeedFilter
}

const feedParameters = ['after', 'limit', 'type', 'stream', 'site'] as const

/** Reads the query of the feed. Throws a `Refusal` that names the parameter that is wrong. */
export function feedQueryOf(request: FastifyRequest, limitMax: number): FeedQuery {
  const { after, limit, type, stream, site } = queryOf(request, feedParameters)
  return {
    after: wholeNumberOf('after', after, { otherwise: 0 }),
    limit:
      limit === undefined ? undefined : wholeNumberOf('limit', limit, { min: 1, max: limitMax, otherwise: limitMax }),
    filter: new FeedFilter({
      type: typeOf(type),
      stream: referenceOf('stream', stream),
      site: siteOf(site),
    }),
  }
}

/** The position after which an event stream goes on: what its reader saw last wins over `after`, as browsers expect. */
export function resumeAfter(request: FastifyRequest, after: number): number {
  const lastSeen = request.headers['last-event-id']
  if (lastSeen === undefined || lastSeen === '') return after
  return wholeNumberOf('Last-Event-ID', String(lastSeen), { otherwise: after })
}

function typeOf(name: string | undefined): Wanted['type'] {
  if (name === undefined) return undefined
  const definition = eventTypeOf(name)
  if (definition !== undefined) return { name, definition }
  throw new Refusal(problem('invalid-query', { parameter: 'type', expected: phrase('event-type') }))
}

function siteOf(site: string | undefined): string | undefined {
  if (site === undefined || site.length <= limits.referenceLengthMax) return referenceOf('site', site)
  throw new Refusal(
    problem('invalid-query', {
      parameter: 'site',
      expected: phrase('characters-at-most', { max: limits.referenceLengthMax }),
    }),
  )
}
