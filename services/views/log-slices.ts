import type { Position } from '@athar/events/envelope.ts'
import { type Family, families } from '@athar/events/event-type.ts'
import type { EventLogReader, StoredEvent } from '@athar/infra/event-log/port.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'
import { readEvent } from './read-event.ts'

/** A part of the log: the events wanted of it, and the position up to which it goes. */
export interface LogSlice {
  readonly events: readonly FoldedEvent[]
  readonly upTo: Position
  /** The event at `upTo` as the log holds it; absent when it is not one of those wanted. */
  readonly last?: StoredEvent
}

/**
 * Reads the log after a position up to another, so many events at a time. The last slice goes up to the end, also when it
 * holds no event.
 *
 * @throws UnreadableEvent
 */
export async function* logSlices(
  log: EventLogReader,
  { after, upTo, wanted, events }: { after: Position; upTo: Position; wanted: ReadonlySet<Family>; events: number },
): AsyncGenerator<LogSlice> {
  const filter = wanted.size < families.length ? { families: [...wanted] } : {}
  let waiting: readonly StoredEvent[] = []
  let reached = after
  for await (const batch of log.readAll(after, { ...filter, upTo })) {
    waiting = waiting.length === 0 ? batch : [...waiting, ...batch]
    while (waiting.length >= events) {
      const slice = waiting.slice(0, events)
      waiting = waiting.slice(events)
      const last = slice.at(-1)
      reached = last?.position ?? reached
      yield { events: slice.map(readEvent), upTo: reached, ...(last && { last }) }
    }
  }
  const last = waiting.at(-1)
  if (reached < upTo) yield { events: waiting.map(readEvent), upTo, ...(last?.position === upTo && { last }) }
}
