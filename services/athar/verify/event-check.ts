import { eventTypeOf, streamOf } from '@athar/events/catalogue.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { type Family, upcast } from '@athar/events/event-type.ts'
import { problemDocument } from '@athar/events/problems.ts'
import { validateSubmitted, versionOf } from '@athar/events/submitted.ts'
import { type RecordedText, readRecordedText } from '../recorded-text.ts'

/** A recorded event that is what the ledger writes. Its payload is of the newest version, as the deciders read it. */
export interface ReadableEvent {
  readonly recorded: RecordedText
  readonly family: Family
  readonly event: SubmittedEvent
}

/**
 * Whether the bytes of a recorded event are what the ledger writes: its words around the event, an event that keeps to the schema
 * of its version, and the stream that its type and subject name. Answers what is wrong in words otherwise.
 */
export function checkEvent(json: string): ReadableEvent | { readonly wrong: string } {
  const recorded = readRecordedText(json)
  if (recorded === undefined) return { wrong: `it does not begin and end as the ledger writes: ${json.slice(0, 80)}…` }
  if (Number.isNaN(Date.parse(recorded.recordedAt))) return { wrong: `recordedAt is "${recorded.recordedAt}": no time` }
  let event: SubmittedEvent
  try {
    event = JSON.parse(recorded.event) as SubmittedEvent // validated below, before anything else looks at it
  } catch (error) {
    return { wrong: `it is not JSON: ${error instanceof Error ? error.message : error}` }
  }
  const type = eventTypeOf(event.type)
  if (type === undefined) return { wrong: `this version of Athar does not know the type ${JSON.stringify(event.type)}` }
  const { version } = recorded
  if (event.dataschema !== undefined && versionOf(type, event) !== version)
    return { wrong: `it was recorded as version ${version} of its payload, and says ${event.dataschema}` }
  // An event that does not say its version was of the newest of its day, which `version` keeps.
  const valid = validateSubmitted({ ...event, dataschema: `urn:athar:${event.type}:${version}` })
  if ('refused' in valid) return { wrong: fieldErrorText(valid.refused) }
  const stream = streamOf(type.family, event.subject)
  if (stream !== recorded.stream)
    return { wrong: `it stands in the stream ${recorded.stream}, and belongs to ${stream}` }
  const data = type.olderVersions === undefined ? event.data : upcast(type, version, event.data)
  return { recorded, family: type.family, event: { ...event, data } }
}

function fieldErrorText(refused: Parameters<typeof problemDocument>[0]): string {
  const { detail, errors = [] } = problemDocument(refused, 'en')
  return errors.length === 0 ? detail : errors.map(error => `${error.pointer}: ${error.detail}`).join('; ')
}
