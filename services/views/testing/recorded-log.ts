import { streamOf } from '@athar/events/catalogue.ts'
import { recordedPrefix, type SubmittedEvent } from '@athar/events/envelope.ts'
import { validateSubmitted } from '@athar/events/submitted.ts'
import { MemoryEventLog } from '@athar/infra/event-log/memory/memory-event-log.ts'
import type { NewEvent } from '@athar/infra/event-log/port.ts'

/** A log in memory, and how to record events in it as a ledger does: one that is sent again is left out. */
export class RecordedLog {
  readonly log = new MemoryEventLog([], async () => undefined)
  readonly #known = new Set<string>()
  readonly #revisions = new Map<string, number>()

  static async of(events: readonly SubmittedEvent[]): Promise<RecordedLog> {
    const recorded = new RecordedLog()
    await recorded.record(events)
    return recorded
  }

  async record(events: readonly SubmittedEvent[]): Promise<void> {
    await this.log.append(events.flatMap(event => this.#recorded(event)))
  }

  #recorded(submitted: SubmittedEvent): readonly NewEvent[] {
    const checked = validateSubmitted(submitted)
    if ('refused' in checked) throw new Error(`${submitted.id} is not valid: ${JSON.stringify(checked.refused)}`)
    const stream = streamOf(checked.type.family, submitted.subject)
    const name = `${stream} ${submitted.id}`
    if (this.#known.has(name)) return []
    this.#known.add(name)
    const revision = (this.#revisions.get(stream) ?? -1) + 1
    this.#revisions.set(stream, revision)
    const head = { stream, revision, recordedAt: '2026-11-22T23:00:00.000Z', recordedBy: 'service:tests' }
    return [{ stream, revision, json: `${recordedPrefix(head)}${JSON.stringify(submitted)}}` }]
  }
}
