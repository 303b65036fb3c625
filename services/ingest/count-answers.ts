import type { FastifyInstance } from 'fastify'
import { countVerdicts } from './counted-verdicts.ts'
import type { Metrics } from './metrics.ts'

/** What no route answers is counted together: paths are the caller’s to choose, and labels must not grow with them. */
const noRoute = 'none'

/** Counts every answer by route and status, and the verdicts in those to writes. Add it before the routes. */
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
    if (label !== 'POST /v1/events') return
    route.onSend = [
      ...[route.onSend ?? []].flat(),
      (_request, reply, payload, done) => {
        if (typeof payload === 'string') metrics.countVerdicts(countVerdicts(reply.statusCode, payload))
        done()
      },
    ]
  })
  server.addHook('onResponse', (request, reply, done) => {
    if (request.is404) metrics.countRequest(noRoute, reply.statusCode)
    done()
  })
}
