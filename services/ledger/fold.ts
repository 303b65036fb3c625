import { deciders } from '@athar/events/catalogue.ts'
import type { RecordedEvent } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import { readNewest } from '@athar/events/newest-payload.ts'
import type { Statement } from '@athar/events/statement.ts'
import type { StoredEvent } from '@athar/infra/event-log/port.ts'
import type { HotStream } from './stream-cache.ts'

/** A stored event read back, its payload brought to the newest version. Throws when the log holds a type nobody knows. */
export function readStored({ position, bytes }: StoredEvent): RecordedEvent {
  return readNewest(position, Buffer.from(bytes).toString())
}

export function newStream(family: Family): HotStream {
  return { revision: -1, state: deciders[family].initialState, ids: [] }
}

/** Takes an event into the state of its stream. */
export function evolve(hot: HotStream, family: Family, said: Statement): void {
  hot.state = deciders[family].evolve(hot.state, said)
  hot.ids = hot.ids.toSpliced(hot.ids.length, 0, said.id)
  hot.revision++
}

/** The state of a stream, folded from its events. */
export function foldStream(family: Family, events: readonly StoredEvent[]): HotStream {
  const hot = newStream(family)
  for (const stored of events) evolve(hot, family, readStored(stored).event)
  return hot
}
