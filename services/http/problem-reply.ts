import type { Language } from '@athar/events/language.ts'
import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { type Problem, problem, problemDocument } from '@athar/events/problems.ts'
import { LedgerUnavailable } from '@athar/ledger/ledger-unavailable.ts'
import { LedgerBusy } from '@athar/ledger/remote/ledger-gate.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { negotiateLanguage } from './accept-language.ts'
import { acceptedMediaTypes } from './media-types.ts'

/** How long a caller who was turned away is asked to wait. */
export const retryAfterSeconds = 1

/** A refusal on its way out of a handler. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problem: Problem

  constructor(refused: Problem) {
    super(refused.code)
    this.problem = refused
  }
}

export function languageOf(request: FastifyRequest): Language {
  return negotiateLanguage(request.headers['accept-language'])
}

/** Sends a problem in the caller’s language, as RFC 9457 has it. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refused: Problem): FastifyReply {
  const language = languageOf(request)
  const document = problemDocument(refused, language)
  if (document.status === 401) reply.header('www-authenticate', 'Bearer')
  if (document.status === 503) reply.header('retry-after', String(retryAfterSeconds))
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(JSON.stringify(document))
}

/** Whatever was thrown, as a problem. What nobody foresaw is logged with the id of the request, and says no more than that. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Refusal) return error.problem
  if (error instanceof LedgerBusy) return problem('ledger-busy', { seconds: retryAfterSeconds })
  if (error instanceof LedgerUnavailable) return problem('ledger-unavailable', { reason: error.reason }) // told once for all
  const { code, statusCode, message } = error as FastifyError // fields that any error may lack
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('body-too-large', { limit: limits.bodyBytesMax, unit: phrase('bytes') })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('unsupported-media-type', {
        given: request.headers['content-type']?.slice(0, 100) ?? phrase('no-content-type'),
        allowed: acceptedMediaTypes.join(', '),
      })
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return problem('not-found', { what: request.raw.url?.slice(0, 100) ?? '' })
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return problem('body-incomplete', { reason: phrase('other-length') })
  }
  if (statusCode === 400) return problem('body-incomplete', { reason: message.slice(0, 200) })
  request.log.error({ reqId: request.id, err: error }, 'a request failed')
  return problem('internal-error', { request: request.id })
}
