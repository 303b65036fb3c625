import { streamOf } from '@athar/events/catalogue.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { validateSubmitted } from '@athar/events/submitted.ts'
import type { FoldedEvent } from '../projection.ts'

/** What the ledger says of an event; a test that cares says it itself. */
export interface Recording {
  readonly recordedAt?: (event: SubmittedEvent, position: number) => string
  readonly recordedBy?: string
}

/** After the day on which the tests play, a second between an event and the next. */
const afterTheDayMs = Date.parse('2026-11-22T23:00:00Z')

/**
 * The events as they would come from the log when they arrive in this order: positions from 1, revisions by stream. One
 * that is sent again is left out, as the ledger leaves it. Throws when an event is not valid: no log would hold it.
 */
export function arrived(events: readonly SubmittedEvent[], recording: Recording = {}): readonly FoldedEvent[] {
  const { recordedBy = 'service:tests', recordedAt = (_event, position) => isoOf(afterTheDayMs + position * 1000) } =
    recording
  const folded: FoldedEvent[] = []
  const known = new Set<string>()
  const revisions = new Map<string, number>()
  for (const submitted of events) {
    const checked = validateSubmitted(submitted)
    if ('refused' in checked)
      throw new Error(`${submitted.type} ${submitted.id} is not valid: ${JSON.stringify(checked.refused)}`)
    const { event, type } = checked
    const stream = streamOf(type.family, event.subject)
    if (known.has(`${stream} ${event.id}`)) continue
    known.add(`${stream} ${event.id}`)
    const revision = revisions.get(stream) ?? 0
    revisions.set(stream, revision + 1)
    const position = folded.length + 1
    folded.push({
      position,
      family: type.family,
      stream,
      revision,
      recordedAt: recordedAt(event, position),
      recordedBy,
      id: event.id,
      type: type.name,
      subject: event.subject,
      time: event.time,
      timeMs: Date.parse(event.time),
      data: event.data,
    })
  }
  return folded
}

function isoOf(timeMs: number): string {
  return new Date(timeMs).toISOString()
}
