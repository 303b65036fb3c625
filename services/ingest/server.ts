import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { limits } from '@athar/events/limits.ts'
import { problem } from '@athar/events/problems.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { BodyAdmission } from './body-admission.ts'
import type { Metrics } from './metrics.ts'
import { problemOf, sendProblem } from './problem-reply.ts'
import { addWriteRoute } from './write-route.ts'

export interface IngestServices {
  readonly ledger: LedgerGate
  readonly log: EventLogReader
  readonly keys: KeyStore
  readonly logger: FastifyBaseLogger
  readonly metrics: Metrics
  /** Bytes of all bodies under way. */
  readonly bodyBytesMax: number
}

/** The HTTP face of the ledger: DESIGN §5. Not yet listening. */
export function buildServer(services: IngestServices): FastifyInstance<Server> {
  const server = fastify<Server>({
    loggerInstance: services.logger,
    disableRequestLogging: true, // a line a request would cost more than the request; /metrics counts them
    bodyLimit: limits.bodyBytesMax,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000, // a body that trickles in slower than this is cut
    forceCloseConnections: 'idle',
    return503OnClosing: false, // while draining, what is already here is answered
  })
  server.removeAllContentTypeParsers()
  server.decorateRequest('key', null)
  server.setErrorHandler((error, request, reply) => sendProblem(request, reply, problemOf(error, request)))
  server.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, problem('not-found', { what: `${request.method} ${request.url.slice(0, 100)}` })),
  )
  addWriteRoute(server, { ...services, admission: new BodyAdmission(services.bodyBytesMax) })
  return server
}
