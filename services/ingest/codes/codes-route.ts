import { isCalendarDay } from '@athar/events/algiers-day.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { negotiate } from '@athar/http/accept.ts'
import { everyRole, guard } from '@athar/http/authentication.ts'
import { Refusal } from '@athar/http/problem-reply.ts'
import { queryOf } from '@athar/http/query.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isKnownTag } from '../known-tag.ts'
import { codeListDocument, listOfLists, type TaggedDocument } from './code-documents.ts'

/** Lists change when the ledger is started with others, so an answer holds for minutes and is then asked about by its tag. */
const maxAgeSeconds = 300

/** `GET /v1/codes` and `GET /v1/codes/{list}`: the code lists, for every role. */
export function addCodesRoutes(server: FastifyInstance, { keys }: { readonly keys: KeyStore }): void {
  const onRequest = guard(keys, everyRole)

  server.get('/v1/codes', { onRequest }, (request, reply) => {
    queryOf(request, [])
    return sendTagged(request, reply, listOfLists())
  })

  server.get<{ Params: { list: string } }>('/v1/codes/:list', { onRequest }, (request, reply) => {
    const { at } = queryOf(request, ['at'])
    if (at !== undefined && !isCalendarDay(at))
      throw new Refusal(problem('invalid-query', { parameter: 'at', expected: phrase('day') }))
    const document = codeListDocument(request.params.list, at)
    if (document === undefined)
      throw new Refusal(problem('not-found', { what: phrase('code-list', { name: request.params.list.slice(0, 50) }) }))
    return sendTagged(request, reply, document)
  })
}

function sendTagged(request: FastifyRequest, reply: FastifyReply, { json, etag }: TaggedDocument): FastifyReply {
  negotiate(request, ['application/json'])
  reply.header('etag', etag).header('cache-control', `private, max-age=${maxAgeSeconds}`).header('vary', 'Accept')
  if (isKnownTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(json)
}
