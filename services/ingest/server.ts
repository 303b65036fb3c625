import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { limits } from '@athar/events/limits.ts'
import { OpenAnswers } from '@athar/http/open-answers.ts'
import type { DescribedRoutes } from '@athar/http/openapi/described-routes.ts'
import { problemOf, sendProblem } from '@athar/http/problem-reply.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { BodyAdmission } from './body-admission.ts'
import { ClientErrors, requestTimeoutMs } from './client-error.ts'
import { addCodesRoutes } from './codes/codes-route.ts'
import { boundConnections } from './connection-bound.ts'
import { countAnswers } from './count-answers.ts'
import { addDocsRoutes } from './docs/docs-route.ts'
import { addFeedRoute } from './feed/feed-route.ts'
import { addHealthRoutes } from './health/health-routes.ts'
import type { ViewsHealth } from './health/views-health.ts'
import type { WriteWatch } from './health/write-watch.ts'
import type { Metrics } from './metrics.ts'
import { addMovementEventsRoute } from './movement/movement-events-route.ts'
import { answerUnknownRoutes } from './unknown-route.ts'
import { answerUnroutedRequests } from './unrouted-requests.ts'
import { addWriteRoute } from './write-route.ts'

export interface IngestServices {
  readonly ledger: LedgerGate
  readonly log: EventLogReader
  readonly keys: KeyStore
  readonly logger: FastifyBaseLogger
  readonly metrics: Metrics
  /** Bytes of all bodies under way. */
  readonly bodyBytesMax: number
  /** Connections that may be open at once; absent where the system sets no bound. */
  readonly connectionsMax?: number | undefined
  /** The read API, which another service brings. */
  readonly reads?: DescribedRoutes
  /** Whether the log takes what is sent. */
  readonly writes: WriteWatch
  readonly views?: ViewsHealth
}

/** The HTTP face of the ledger: DESIGN §5. Not yet listening. */
export function buildServer(services: IngestServices): FastifyInstance<Server> {
  const clientErrors = new ClientErrors()
  const server = fastify<Server>({
    loggerInstance: services.logger,
    // A line a request would cost more than the request; /metrics counts them.
    logController: new LogController({ disableRequestLogging: true }),
    // A name that comes twice reads as the list of both: a second key is no key, whichever of them a proxy has looked at.
    // Node would refuse who does not name the host without a word: see unrouted-requests.ts.
    http: { joinDuplicateHeaders: true, requireHostHeader: false },
    bodyLimit: limits.bodyBytesMax,
    routerOptions: { maxParamLength: 3 * limits.referenceLengthMax }, // each character may be written as %3A
    genReqId: requestIds(),
    childLoggerFactory: logger => logger, // one of its own costs each request 3 µs: what is logged names the request instead
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // while draining, what is already here is answered
    clientErrorHandler: (error, socket) => clientErrors.answer(error, socket),
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, problemOf(error, request)),
  })
  clientErrors.watch(server.server)
  const { connectionsMax } = services
  if (connectionsMax !== undefined) boundConnections(server.server, { ...services, connectionsMax })
  server.removeAllContentTypeParsers()
  server.decorateRequest('key', null)
  server.setErrorHandler((error, request, reply) => {
    // Closed while it still sends, as fastify would a body that is too large, a client or proxy loses the answer to the reset.
    // Left open, the rest is read and dropped, for no longer than a request may take.
    reply.removeHeader('connection')
    return sendProblem(request, reply, problemOf(error, request))
  })
  countAnswers(server, services.metrics)
  answerUnroutedRequests(server)
  answerUnknownRoutes(server, services.keys)

  const admission = new BodyAdmission(services.bodyBytesMax)
  const feeds = new OpenAnswers(limits.feedStreamsMax)
  services.metrics.addReadings({
    queueEvents: () => services.ledger.eventsUnderWay,
    bodyBytes: () => admission.bytes,
    feeds: () => feeds.count,
    head: () => services.log.head(),
    refusingWrites: () => services.writes.refusing,
  })
  if (services.views !== undefined) services.metrics.addViews(services.views)
  addWriteRoute(server, { ...services, admission })
  addFeedRoute(server, { ...services, feeds })
  addMovementEventsRoute(server, services)
  addCodesRoutes(server, services)
  services.reads?.addTo(server)
  addHealthRoutes(server, services)
  addDocsRoutes(server, services.reads)
  closeIdleConnectionsWhenClosing(server)
  return server
}

/**
 * Node closes the connections that are idle when a server closes, and fastify too; one that becomes idle later, because its
 * answer was under way, would hold the process up until its keep-alive runs out.
 */
function closeIdleConnectionsWhenClosing(server: FastifyInstance<Server>): void {
  let closing: NodeJS.Timeout | undefined
  server.addHook('preClose', done => {
    closing = setInterval(() => server.server.closeIdleConnections(), 50).unref()
    done()
  })
  server.addHook('onClose', (_instance, done) => {
    clearInterval(closing)
    done()
  })
}

/** Ids that no other run of the ledger gives: drawn once, then counted. */
function requestIds(): () => string {
  const run = randomUUID()
  let number = 0
  return () => `${run}-${++number}`
}
