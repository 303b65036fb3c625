import type { Outflow } from '@athar/http/outflow.ts'
import type { FeedFilter } from './feed-filter.ts'
import type { FeedSource } from './feed-source.ts'
import { type Framing, frameEvents, type PlacedEvent } from './framing.ts'

/** Bytes of events that go out together: what a slow reader holds in memory, and large enough to cost little each. */
const chunkBytes = 32 * 1024
/** A reader that is not ready after this long gives its turn back, and takes another when it is. */
const patienceMs = 3
/** What a reader sends in one turn when others wait for theirs: a thousand of them then wait about a second. */
const turnBytes = 256 * 1024

/** A stretch of the log, and how it goes out. */
export interface Stretch {
  readonly after: number
  /** The last position to look at. */
  readonly upTo: number
  /** The most events to send. */
  readonly limit: number
  readonly filter: FeedFilter
  readonly framing: Framing
  /** Aborts when nobody wants it any more. */
  readonly signal: AbortSignal
}

/** How far a stretch has gone out. */
export interface Sent {
  readonly events: number
  /** Everything wanted up to this position was sent. */
  readonly lookedAt: number
}

/**
 * Sends a stretch of the log, no faster than its reader takes it. However slow the reader is, it holds one chunk in
 * memory, and no place in the log with the blocks that belong to it.
 */
export async function readInto(out: Outflow, source: FeedSource, stretch: Stretch): Promise<Sent> {
  let sent: Sent = { events: 0, lookedAt: stretch.after }
  while (isWanted(out, stretch, sent)) {
    await out.ready()
    await source.turns.take({ begins: sent.lookedAt === stretch.after })
    try {
      if (isWanted(out, stretch, sent)) sent = await readOn(out, source, stretch, sent) // it may have gone while it waited
    } finally {
      source.turns.leave()
    }
  }
  return sent
}

function isWanted(out: Outflow, { upTo, limit, signal }: Stretch, { events, lookedAt }: Sent): boolean {
  return lookedAt < upTo && events < limit && !out.isOver && !signal.aborted
}

/** Goes on from where it was, until the end, the end of its turn, or until the reader is too slow. */
async function readOn(out: Outflow, source: FeedSource, stretch: Stretch, before: Sent): Promise<Sent> {
  const { upTo, limit, filter, framing, signal } = stretch
  let { events, lookedAt } = before
  let turnBytesLeft = turnBytes
  let waiting: PlacedEvent[] = []
  let waitingBytes = 0

  function flush(): void {
    if (waiting.length > 0) out.write(frameEvents(waiting, framing, { isFirst: events === waiting.length }))
    waiting = []
    waitingBytes = 0
  }

  for await (const batch of source.read(filter, { after: lookedAt, upTo, signal })) {
    const wanted = filter.of(batch).slice(0, limit - events)
    for (const stored of wanted) {
      waiting.push(stored)
      waitingBytes += stored.bytes.length
    }
    events += wanted.length
    lookedAt = (events < limit ? batch : wanted).at(-1)?.position ?? lookedAt
    if (events === limit) {
      flush()
      return { events, lookedAt }
    }
    if (waitingBytes < chunkBytes) continue
    turnBytesLeft -= waitingBytes
    flush()
    const isOver = turnBytesLeft < 0 && source.turns.areWanted
    if (isOver || !(await out.readyWithin(patienceMs))) return { events, lookedAt }
  }
  flush()
  // What the families passed over was looked at too, unless the reading was broken off.
  return { events, lookedAt: signal.aborted ? lookedAt : upTo }
}
