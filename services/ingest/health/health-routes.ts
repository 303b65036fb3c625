import type { Wording } from '@athar/events/language.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { Refusal, retryAfterSeconds } from '@athar/http/problem-reply.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Metrics } from '../metrics.ts'
import { StallWatch } from './stall-watch.ts'
import type { ViewsHealth } from './views-health.ts'
import type { WriteWatch } from './write-watch.ts'

interface HealthServices {
  readonly ledger: LedgerGate
  readonly metrics: Metrics
  readonly writes: Pick<WriteWatch, 'trouble'>
  readonly views?: ViewsHealth
}

/** How often the queue is looked at, so that one that moves between two questions is not taken for stuck. */
const lookEveryMs = 1_000
/** A group takes tens of milliseconds; a disk that takes this long is not coming back by itself. */
const stuckAfterMs = 10_000

/**
 * `/livez`, `/readyz` and `/metrics`, without a key: what asks them (a supervisor, a proxy, Prometheus) holds none, and they
 * tell nothing of any event. The ledger listens on the loopback address unless told otherwise.
 */
export function addHealthRoutes(server: FastifyInstance, { ledger, metrics, writes, views }: HealthServices): void {
  const watch = new StallWatch(
    () => ({ eventsUnderWay: ledger.eventsUnderWay, groupsWritten: metrics.groupsWritten }),
    () => performance.now(),
  )
  const looking = setInterval(() => watch.look(), lookEveryMs).unref()
  let isStopping = false
  server.addHook('preClose', done => {
    isStopping = true
    clearInterval(looking)
    done()
  })

  function whyNotReady(): Wording | undefined {
    if (isStopping) return phrase('ledger-stopping')
    if (!ledger.isAlive) return phrase('ledger-stopped')
    const { stalledMs } = watch
    if (stalledMs > stuckAfterMs)
      return phrase('ledger-stuck', { count: ledger.eventsUnderWay, seconds: Math.round(stalledMs / 1000) })
    return undefined
  }

  server.get('/livez', (_request, reply) => sendText(reply, 'alive\n'))

  server.get('/readyz', (_request, reply) => {
    const reason = whyNotReady()
    if (reason !== undefined) throw new Refusal(problem('ledger-unavailable', { reason }))
    if (views?.areStarting) {
      const view = phrase('views-starting')
      throw new Refusal(problem('view-unavailable', { view, seconds: retryAfterSeconds }))
    }
    // Reads are answered all the same, and who writes learns here why he cannot, which no proxy could tell him.
    const writing = writes.trouble === undefined ? '' : `log: ${writes.trouble}\n`
    const troubles = views?.troubles.map(trouble => `views: ${trouble}\n`) ?? []
    return sendText(reply, `ready\n${writing}${troubles.join('')}`)
  })

  server.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await metrics.text()
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text)
  })
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-store').send(text)
}
