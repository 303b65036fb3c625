import { eventTypeOf, type NamedEventType } from './catalogue.ts'
import { type SubmittedEvent, submittedEnvelope } from './envelope.ts'
import { type EventType, newestVersion, payloadSchema, upcast } from './event-type.ts'
import { type FieldError, fieldError } from './field-errors.ts'
import { invalidEvent, type Problem } from './problems.ts'
import { fieldErrorsOf } from './validation.ts'

/** A submitted event that keeps to its schema, with its payload brought to the newest version. */
export interface ValidEvent {
  readonly event: SubmittedEvent
  readonly type: NamedEventType
  /** The version the payload came in: what is stored is what was sent. */
  readonly version: number
}

/**
 * Validates parsed JSON as a submitted event: first the envelope, then the payload against the schema its type and
 * `dataschema` name. Returns every error found, each with its pointer.
 */
export function validateSubmitted(json: unknown): ValidEvent | { readonly refused: Problem } {
  const envelope = submittedEnvelope.safeParse(json)
  if (!envelope.success) return { refused: invalidEvent(explainEnvelope(json)) }
  const event = envelope.data
  const type = eventTypeOf(event.type)
  if (type === undefined) return { refused: invalidEvent([fieldError('/type', 'unknown-type')]) }
  const version = versionOf(type, event)
  const schema = version === undefined ? undefined : payloadSchema(type, version)
  if (version === undefined || schema === undefined)
    return {
      refused: invalidEvent([fieldError('/dataschema', 'unknown-version', { known: knownVersions(type, event) })]),
    }
  const payload = schema.safeParse(event.data)
  if (!payload.success) return { refused: invalidEvent(explainPayload(type, version, event.data)) }
  event.data = upcast(type, version, payload.data) // the object is fresh from the schema: copying it costs a twentieth of all this
  return { event, type, version }
}

/** Parses again, this time asking zod for the inputs that its findings speak of: only refusals pay for them. */
function explainEnvelope(json: unknown): FieldError[] {
  const again = submittedEnvelope.safeParse(json, { reportInput: true })
  return again.success ? [] : fieldErrorsOf(again.error)
}

function explainPayload(type: EventType, version: number, data: unknown): FieldError[] {
  const again = payloadSchema(type, version)?.safeParse(data, { reportInput: true })
  return again === undefined || again.success ? [] : fieldErrorsOf(again.error, '/data')
}

/** `urn:athar:<type>:<version>`; the newest version when the event does not say; `undefined` for another text. */
export function versionOf(
  type: EventType,
  event: { type: string; dataschema?: string | undefined },
): number | undefined {
  if (event.dataschema === undefined) return newestVersion(type)
  const prefix = `urn:athar:${event.type}:`
  if (!event.dataschema.startsWith(prefix)) return undefined
  const version = event.dataschema.slice(prefix.length)
  return /^[1-9]\d{0,3}$/.test(version) ? Number(version) : undefined
}

function knownVersions(type: EventType, event: { type: string }): string {
  return Array.from({ length: newestVersion(type) }, (_, index) => `urn:athar:${event.type}:${index + 1}`).join(', ')
}
