import type { FastifyInstance } from 'fastify'
import type { Metrics } from './metrics.ts'

/** What no route answers is counted together: paths are the caller’s to choose, and labels must not grow with them. */
const noRoute = 'none'

/** Counts every answer by route and status. Add it before the routes. */
export function countAnswers(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onRoute', route => {
    const label = `${[route.method].flat().join(' ')} ${route.url}`
    route.onResponse = [
      ...[route.onResponse ?? []].flat(),
      (_request, reply, done) => {
        metrics.countRequest(label, reply.raw.statusCode)
        done()
      },
    ]
  })
  server.addHook('onResponse', (request, reply, done) => {
    if (request.is404) metrics.countRequest(noRoute, reply.statusCode)
    done()
  })
}
