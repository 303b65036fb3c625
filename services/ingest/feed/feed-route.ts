import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { negotiate } from '@athar/http/accept.ts'
import { guard, readingAllRoles, watchKey } from '@athar/http/authentication.ts'
import { countIn } from '@athar/http/count-in.ts'
import type { OpenAnswer, OpenAnswers } from '@athar/http/open-answers.ts'
import { Outflow } from '@athar/http/outflow.ts'
import { Refusal } from '@athar/http/problem-reply.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type FeedQuery, feedQueryOf, resumeAfter } from './feed-query.ts'
import { FeedSource } from './feed-source.ts'
import { arrayItems, lines } from './framing.ts'
import { sendLive } from './live-feed.ts'
import { readInto } from './read-into.ts'
import { RecentEvents } from './recent-events.ts'

interface FeedServices {
  readonly ledger: LedgerGate
  readonly log: EventLogReader
  readonly keys: KeyStore
  readonly feeds: OpenAnswers
}

/** The forms of the feed; the first is what a caller gets who does not say. */
const feedMediaTypes = ['application/json', 'application/x-ndjson', 'text/event-stream'] as const

type FeedMediaType = (typeof feedMediaTypes)[number]

const contentTypes: Readonly<Record<FeedMediaType, string>> = {
  'application/json': 'application/json; charset=utf-8',
  'application/x-ndjson': 'application/x-ndjson; charset=utf-8',
  'text/event-stream': 'text/event-stream; charset=utf-8',
}

/** `GET /v1/events`: the change feed as a page, as lines, or live. */
export function addFeedRoute(server: FastifyInstance, { ledger, log, keys, feeds }: FeedServices): void {
  const source = new FeedSource(log, ledger)
  const recent = new RecentEvents(log)
  server.addHook('preClose', done => {
    feeds.stop()
    done()
  })

  async function send(form: FeedMediaType, query: FeedQuery, out: Outflow, open: OpenAnswer): Promise<void> {
    switch (form) {
      case 'application/json':
        return sendPage(out, source, query, open)
      case 'application/x-ndjson':
        return sendLines(out, source, query, open)
      case 'text/event-stream': {
        const { after, limit = Infinity, filter } = query
        await sendLive(out, source, recent, { after, limit, filter, stopped: open.stopped })
        out.end()
      }
    }
  }

  server.route({
    method: 'GET',
    url: '/v1/events',
    onRequest: guard(keys, readingAllRoles),
    handler: async (request, reply) => {
      const form = negotiate(request, feedMediaTypes)
      const query = queryFor(form, request)
      mustBeRecorded(query.after, await source.head())
      const open = countIn(feeds, request, reply, 'feeds-full')
      beginAnswer(reply, form)
      const out = new Outflow(reply.raw)
      const leaveKey = watchKey(request, keys, () => out.destroy())
      try {
        if (request.method === 'HEAD') out.end()
        else await send(form, query, out, open)
      } catch (error) {
        // Nobody is there to miss what could not be read: the log may be closed by now.
        if (!out.isOver) request.log.error({ reqId: request.id, err: error }, 'the change feed broke off')
        out.destroy()
      } finally {
        leaveKey()
      }
    },
  })
}

function queryFor(form: FeedMediaType, request: FastifyRequest): FeedQuery {
  const limitMax = form === 'application/json' ? limits.feedItemsMax : Number.MAX_SAFE_INTEGER
  const query = feedQueryOf(request, limitMax)
  return form === 'text/event-stream' ? { ...query, after: resumeAfter(request, query.after) } : query
}

/** Who has read further than the log goes has read another one, and would miss without a word what this one has recorded since. */
function mustBeRecorded(after: number, head: number): void {
  if (after <= head) return
  throw new Refusal(
    problem('invalid-query', { parameter: 'after', expected: phrase('recorded-position', { position: head }) }),
  )
}

/** Begins an answer that is written piece by piece. Fastify has no more part in it but to count it when it is over. */
function beginAnswer(reply: FastifyReply, form: FeedMediaType): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': contentTypes[form],
    'cache-control': 'no-store',
    vary: 'Accept, Authorization',
    'x-accel-buffering': 'no', // a proxy that collects the whole answer would undo the streaming
    ...(form === 'text/event-stream' && { connection: 'close' }), // it ends when the connection does
  })
}

async function sendPage(out: Outflow, source: FeedSource, query: FeedQuery, { gone }: OpenAnswer): Promise<void> {
  const { after, limit = limits.feedItemsDefault, filter } = query
  const upTo = Math.min(await source.head(), after + positionsOfPage(query, limit))
  out.write('{"items":[')
  const { lookedAt } = await readInto(out, source, { after, upTo, limit, filter, framing: arrayItems, signal: gone })
  out.end(`],"next":${lookedAt}}`)
}

/** How far a page looks: a filter that finds nothing answers all the same, with where it got to. */
function positionsOfPage({ filter }: FeedQuery, limit: number): number {
  if (filter.stream !== undefined) return Infinity
  return filter.wantsAll ? limit : limits.feedScanMax
}

async function sendLines(out: Outflow, source: FeedSource, query: FeedQuery, { gone }: OpenAnswer): Promise<void> {
  const { after, limit = Infinity, filter } = query
  await readInto(out, source, { after, upTo: await source.head(), limit, filter, framing: lines, signal: gone })
  out.end()
}
