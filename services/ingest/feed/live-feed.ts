import { limits } from '@athar/events/limits.ts'
import type { Outflow } from '@athar/http/outflow.ts'
import type { FeedFilter } from './feed-filter.ts'
import type { FeedSource } from './feed-source.ts'
import { frameEvents, serverSentEvents } from './framing.ts'
import { readInto } from './read-into.ts'
import type { RecentBatch, RecentEvents } from './recent-events.ts'

/** How soon a reader whose connection broke should come back. */
const retryMs = 2_000

export interface LiveFeedQuery {
  readonly after: number
  readonly limit: number
  readonly filter: FeedFilter
  /** Aborts when the reader has gone or the server stops. */
  readonly stopped: AbortSignal
}

/**
 * Sends events as they come, as server-sent events (HTML, §9.2), until the reader goes, the server stops or the limit is
 * reached. What the reader has fallen behind by is read from the log; the newest are shared by all readers. An id without
 * data is no event, but moves what the reader will send as `Last-Event-ID` past what it did not want.
 */
export async function sendLive(
  out: Outflow,
  source: FeedSource,
  recent: RecentEvents,
  { after, limit, filter, stopped }: LiveFeedQuery,
): Promise<void> {
  let waiter = Promise.withResolvers<void>()
  let lookedAt = after
  let events = 0
  let isIdle = false
  let failure: unknown
  const wake = () => waiter.resolve()
  const leave = recent.enter({
    grown: wake,
    failed: error => {
      failure = error
      wake()
    },
  })
  stopped.addEventListener('abort', wake, { once: true })
  const alive = setInterval(() => {
    // While it catches up, more has been sent than is counted yet: an id would lead its reader back.
    if (out.isReady) out.write(isIdle ? `: alive\nid: ${lookedAt}\n\n` : ': alive\n\n')
  }, limits.feedCommentEveryMs)
  try {
    out.write(`retry: ${retryMs}\n\n`)
    while (!stopped.aborted && !out.isOver && events < limit) {
      await out.ready()
      waiter = Promise.withResolvers() // before looking, so that no growth falls between
      if (failure !== undefined) throw failure
      const batch = recent.batchAfter(lookedAt)
      if (batch !== undefined) {
        const sent = sendBatch(out, batch, { lookedAt, filter, limit: limit - events })
        events += sent
        lookedAt = batch.upTo
      } else if (lookedAt < recent.upTo) {
        const stretch = { after: lookedAt, upTo: recent.upTo, limit: limit - events, filter }
        const sent = await readInto(out, source, { ...stretch, framing: serverSentEvents, signal: stopped })
        events += sent.events
        lookedAt = sent.lookedAt
      } else {
        isIdle = true
        await waiter.promise
        isIdle = false
      }
    }
  } finally {
    clearInterval(alive)
    leave()
  }
}

function sendBatch(
  out: Outflow,
  batch: RecentBatch,
  { lookedAt, filter, limit }: { readonly lookedAt: number; readonly filter: FeedFilter; readonly limit: number },
): number {
  if (filter.wantsAll && lookedAt === batch.after && batch.events.length <= limit) {
    out.write(batch.framed())
    return batch.events.length
  }
  const wanted = filter.of(batch.events.filter(({ position }) => position > lookedAt)).slice(0, limit)
  if (wanted.length > 0) out.write(frameEvents(wanted, serverSentEvents, { isFirst: false }))
  return wanted.length
}
