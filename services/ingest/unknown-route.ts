import { type Problem, problem } from '@athar/events/problems.ts'
import { everyRole, guard } from '@athar/http/authentication.ts'
import { Refusal, sendProblem } from '@athar/http/problem-reply.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Answers what no route answers: a path that is not there, or one that is there for other methods. */
export function answerUnknownRoutes(server: FastifyInstance, keys: KeyStore): void {
  const routes = new Map<string, Set<string>>()
  server.addHook('onRoute', ({ url, method }) => {
    const methods = routes.get(url) ?? new Set()
    for (const each of [method].flat()) methods.add(each)
    routes.set(url, methods)
  })

  function allowedAt(path: string): string | undefined {
    for (const [pattern, methods] of routes)
      if (isMatch(pattern, path)) return [...methods, 'OPTIONS'].sort().join(', ')
    return undefined
  }

  const knowsKey = guard(keys, everyRole)

  // Before a body is read: fastify would read and judge it also for a route that is not there.
  server.addHook('onRequest', function (request, reply, done) {
    if (!request.is404) return done()
    const path = pathOf(request)
    // Without a key there is nothing to learn under /v1, not even what is there.
    if (path.startsWith('/v1/')) knowsKey.call(this, request, reply, error => (error ? done(error) : answer()))
    else answer()

    function answer(): void {
      const { method } = request
      const allowed = allowedAt(path)
      if (allowed === undefined) {
        done(new Refusal(notFound(request)))
        return
      }
      reply.header('allow', allowed)
      if (method === 'OPTIONS') reply.code(204).send()
      else done(new Refusal(problem('method-not-allowed', { path, method, allowed })))
    }
  })
  server.setNotFoundHandler((request, reply) => sendProblem(request, reply, notFound(request)))
}

function notFound(request: FastifyRequest): Problem {
  return problem('not-found', { what: `${request.method} ${pathOf(request).slice(0, 100)}` })
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? ''
}

/** Whether a path is one of a pattern such as `/v1/movements/:id/events`. */
function isMatch(pattern: string, path: string): boolean {
  const expected = pattern.split('/')
  const given = path.split('/')
  return (
    expected.length === given.length &&
    expected.every((step, index) => step === given[index] || (step.startsWith(':') && given[index] !== ''))
  )
}
