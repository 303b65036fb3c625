import { eventTypeOf } from './catalogue.ts'
import { type Position, type RecordedEvent, readRecorded } from './envelope.ts'
import { upcast } from './event-type.ts'

/**
 * Reads stored bytes back, with the payload brought to the newest version of its type. `json` is what the log holds: a
 * recorded event without its position. Throws an `Error` that names the position when it is of a type that nobody knows.
 */
export function readNewest(position: Position, json: string): RecordedEvent {
  const recorded = readRecorded(position, json)
  const type = eventTypeOf(recorded.event.type)
  if (type === undefined)
    throw new Error(`position ${position} holds a ${recorded.event.type}, which this version does not know`)
  if (type.olderVersions === undefined) return recorded
  const data = upcast(type, recorded.version ?? 1, recorded.event.data)
  return { ...recorded, event: { ...recorded.event, data } }
}
