import { eventTypeOf } from '@athar/events/catalogue.ts'
import type { RecordedEvent } from '@athar/events/envelope.ts'
import { upcast } from '@athar/events/event-type.ts'
import type { StoredEvent } from '@athar/infra/event-log/port.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'

/** The log holds an event that this program cannot read: another version of it can. No view may go past it. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
}

/**
 * Reads a stored event once for all folds, its payload brought to the newest version.
 *
 * @throws UnreadableEvent when its type is not known, or its payload cannot be brought to the newest version.
 */
export function readEvent({ position, bytes }: StoredEvent): FoldedEvent {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  // The ledger wrote these bytes after validating them, and `athar verify` checks their hash.
  const { stream, revision, version, recordedAt, recordedBy, event } = JSON.parse(text) as RecordedEvent
  const type = eventTypeOf(event.type)
  if (type === undefined)
    throw new UnreadableEvent(`position ${position} holds a ${event.type}, which this version does not know`)
  const { id, subject, time } = event
  return {
    position,
    family: type.family,
    stream,
    revision,
    recordedAt,
    recordedBy,
    id,
    type: type.name,
    subject,
    time,
    timeMs: Date.parse(time),
    data: type.olderVersions === undefined ? event.data : newest(),
  }

  function newest(): unknown {
    try {
      return type && upcast(type, version ?? 1, event.data)
    } catch (error) {
      throw new UnreadableEvent(`the payload at position ${position} cannot be brought to the newest version: ${error}`)
    }
  }
}
