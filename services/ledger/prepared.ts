import { eventTypeOf, streamOf } from '@athar/events/catalogue.ts'
import type { EventType } from '@athar/events/event-type.ts'
import type { StoredEvent } from '@athar/infra/event-log/port.ts'
import type { Line, Said } from './line.ts'
import type { HotStream } from './stream-cache.ts'

/** A line as the ledger works on it, with the state of its stream; of the line, what is still needed when it has been read. */
export interface Prepared extends Pick<Line, 'bytes' | 'from' | 'to'> {
  readonly said: Said
  readonly type: EventType
  readonly stream: string
  /** Set when the state of the stream is loaded. */
  hot: HotStream | undefined
  /** What the log holds under this id, when it has to be known before deciding. */
  original?: StoredEvent | undefined
}

type Writable<One> = { -readonly [Field in keyof One]: One[Field] }

export function prepare(line: Line): Prepared {
  const said = JSON.parse(line.said) as Writable<Said> // written by `saidOf`
  const type = eventTypeOf(said.type)
  if (type === undefined) throw new Error(`an event of unknown type ${said.type} was accepted`)
  // The name out of the catalogue is one string for all events: it is kept in states, and compared often.
  said.type = type.name
  const { bytes, from, to } = line // lets go of its text: a group has thousands of them, which would outlive their use
  return { bytes, from, to, said, type, stream: streamOf(type.family, said.subject), hot: undefined }
}
