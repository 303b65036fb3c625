import { z } from 'zod'
import type { FieldError } from './field-errors.ts'
import { fieldError } from './field-errors.ts'
import { eventId, instant, reference, says } from './fields.ts'
import { millisecondsOf } from './instant.ts'
import { limits } from './limits.ts'

/**
 * The submitted event: a CloudEvent 1.0 in JSON. What may stand around `data`, whatever its type.
 * Unknown attributes are refused like unknown fields; the two of distributed tracing are let through.
 */
export const submittedEnvelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: eventId,
  source: z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${limits.sourceLengthMax}}$`), says('uri-reference')),
  type: z.string().max(limits.typeLengthMax),
  subject: reference,
  time: instant,
  datacontenttype: z.literal('application/json').optional(),
  dataschema: z.string().max(limits.dataschemaLengthMax).optional(),
  /** Optimistic concurrency: the revision of the stream this event was decided on; -1 for a new stream. */
  expectedrevision: z.int().min(-1).optional(),
  traceparent: z.string().max(limits.traceparentLengthMax).optional(),
  tracestate: z.string().max(limits.tracestateLengthMax).optional(),
  data: z.unknown(),
})

export interface SubmittedEvent<Type extends string = string, Data = unknown> {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: Type
  readonly subject: string
  readonly time: string
  readonly datacontenttype?: 'application/json' | undefined
  readonly dataschema?: string | undefined
  readonly expectedrevision?: number | undefined
  readonly data: Data
}

/** A place in the whole log: from 1, strictly increasing; dense in the embedded log. 0 is before the first event. */
export type Position = number

/** An event after the ledger took it: the submitted one, unchanged, and what the ledger says of it. */
export interface RecordedEvent<Event extends SubmittedEvent = SubmittedEvent> {
  readonly position: Position
  readonly stream: string
  /** Place in its stream, dense from 0. */
  readonly revision: number
  /** The version of the payload: what `dataschema` says, else the newest of that day. Absent for 1. An old one is read through upcasters. */
  readonly version?: number
  readonly recordedAt: string
  /** The key it came with: `<role>:<key id>`. */
  readonly recordedBy: string
  readonly event: Event
}

const timeMinMs = Date.parse(limits.timeMin)

/** Judges the `time` of an event by the ledger's clock: at most 5 minutes ahead, and not before there was a law. */
export function timeError(time: string, nowMs: number): FieldError | undefined {
  const timeMs = millisecondsOf(time)
  if (timeMs > nowMs + limits.clockAheadMaxMs)
    return fieldError('/time', 'in-the-future', { limit: new Date(nowMs + limits.clockAheadMaxMs).toISOString() })
  if (timeMs < timeMinMs) return fieldError('/time', 'too-long-ago', { limit: limits.timeMin })
  return undefined
}

/** What the ledger adds to an event. */
export interface RecordedHead {
  readonly stream: string
  readonly revision: number
  readonly version?: number
  readonly recordedAt: string
  readonly recordedBy: string
}

/**
 * The beginning of the stored bytes: everything up to the submitted event, which follows as it was sent, and then `}`.
 * `stream`, `recordedAt` and `recordedBy` hold no character that JSON escapes; a conformance test holds them to it.
 */
export function recordedPrefix(head: RecordedHead): string {
  return `${recordedStart(head.stream, head.revision)}${recordedRest(head)}`
}

/** The first part of the prefix, which differs from event to event. */
export function recordedStart(stream: string, revision: number): string {
  return `{"stream":"${stream}","revision":${revision}`
}

/** The rest of it, which is the same for all events that a caller has recorded at one time. */
export function recordedRest({ version, recordedAt, recordedBy }: Omit<RecordedHead, 'stream' | 'revision'>): string {
  const said = version === undefined || version === 1 ? '' : `,"version":${version}`
  return `${said},"recordedAt":"${recordedAt}","recordedBy":"${recordedBy}","event":`
}

/** Reads stored bytes back. `json` is what the log holds: a recorded event without its position. */
export function readRecorded(position: Position, json: string): RecordedEvent {
  // The ledger wrote these bytes after validating them, and `athar verify` checks their hash.
  return { position, ...(JSON.parse(json) as Omit<RecordedEvent, 'position'>) }
}
