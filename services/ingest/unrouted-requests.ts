import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { phrase } from '@athar/events/phrases.ts'
import { problem, problemDocument } from '@athar/events/problems.ts'
import { negotiateLanguage } from '@athar/http/accept-language.ts'
import { Refusal } from '@athar/http/problem-reply.ts'
import type { FastifyInstance } from 'fastify'
import { refuse } from './client-error.ts'

const methods = 'GET, HEAD, OPTIONS, POST'

/**
 * Answers, as problems, the requests that Node would keep from every route, with a bare status or by closing the connection:
 * an expectation that nobody meets, a tunnel, and a request that does not name its host (for which the server has to be told
 * `requireHostHeader: false`).
 */
export function answerUnroutedRequests(server: FastifyInstance<Server>): void {
  server.server.on('checkExpectation', refuseExpectation)
  server.server.on('connect', ({ url: path = '' }, socket) => {
    socket.on('error', () => socket.destroy()) // from here on the socket is ours: nobody else listens
    refuse(socket, problem('method-not-allowed', { path: path.slice(0, 100), method: 'CONNECT', allowed: methods }), {
      allow: methods,
    })
  })
  server.addHook('onRequest', ({ raw }, _reply, done) => {
    done(isHostNamed(raw) ? undefined : new Refusal(problem('malformed-request', { reason: phrase('host-not-named') })))
  })
}

/** RFC 9112 §3.2: a request of HTTP/1.1 names its host, once. Two of them have been joined with a comma. */
function isHostNamed({ httpVersion, headers: { host } }: IncomingMessage): boolean {
  return host === undefined ? httpVersion === '1.0' : !host.includes(',')
}

/** RFC 9110 §10.1.1. The body is not read: whoever expected something else may not have sent it. */
function refuseExpectation({ headers }: IncomingMessage, response: ServerResponse): void {
  const language = negotiateLanguage(headers['accept-language'])
  const refused = problem('expectation-failed', { expectation: (headers.expect ?? '').slice(0, 100) })
  const body = JSON.stringify(problemDocument(refused, language))
  response
    .writeHead(417, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body)
}
