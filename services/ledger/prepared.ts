import { eventTypeOf, streamOf } from '@athar/events/catalogue.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { type EventType, upcast } from '@athar/events/event-type.ts'
import { versionOf } from '@athar/events/submitted.ts'
import type { HotStream } from './stream-cache.ts'

/** An event as the ledger works on it: read from its line, with the state of its stream. */
export interface Prepared {
  readonly text: string
  readonly event: SubmittedEvent
  readonly type: EventType
  readonly version: number
  readonly stream: string
  /** Set when the state of the stream is loaded. */
  hot: HotStream | undefined
}

/**
 * Reads a line that was accepted. Whoever accepted it has validated it, on another thread: to parse a line again costs
 * less than to send its objects across.
 */
export function prepare(text: string): Prepared {
  const event = JSON.parse(text) as SubmittedEvent // validated by `validateSubmitted` before it was submitted
  const type = eventTypeOf(event.type)
  const version = type && versionOf(type, event)
  if (type === undefined || version === undefined)
    throw new Error(`an event of unknown type ${event.type} was accepted`)
  const stream = streamOf(type.family, event.subject)
  if (type.olderVersions === undefined) return { text, event, type, version, stream, hot: undefined }
  const newest = { ...event, data: upcast(type, version, event.data) }
  return { text, event: newest, type, version, stream, hot: undefined }
}
