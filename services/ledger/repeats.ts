import { isDeepStrictEqual } from 'node:util'
import type { RecordedEvent } from '@athar/events/envelope.ts'
import { problem } from '@athar/events/problems.ts'
import type { EventLog, StoredEvent } from '@athar/infra/event-log/port.ts'
import { readStored } from './fold.ts'
import type { Forbidden, Provisional } from './group.ts'
import { textOf } from './line.ts'
import { rejected, type Verdict } from './submission.ts'

type Repeat = Extract<Provisional, { kind: 'repeat' }>

/**
 * The verdicts on events whose id their stream already has: with the same content a duplicate, which gets the original
 * answer again; with other content a reused id. Who may not say it learns neither, unless his key said it first. The originals are read from the log, so this holds for its whole history.
 */
export async function judgeRepeats(log: EventLog, repeats: readonly Repeat[]): Promise<Map<Repeat, Verdict>> {
  const verdicts = new Map<Repeat, Verdict>()
  if (repeats.length === 0) return verdicts
  const streams = await log.readStreams([...new Set(repeats.map(repeat => repeat.prepared.stream))])
  for (const repeat of repeats) {
    const original = streams.get(repeat.prepared.stream)?.[repeat.revision]
    if (original === undefined)
      throw new Error(`${repeat.prepared.stream} has no revision ${repeat.revision} in the log`)
    verdicts.set(repeat, judge(repeat, original))
  }
  return verdicts
}

function judge({ prepared, revision, forbidden }: Repeat, original: StoredEvent): Verdict {
  const { stream } = prepared
  const { id } = prepared.said
  const { position } = original
  const recorded = readStored(original)
  if (forbidden !== undefined && isForbidden(forbidden, recorded)) return rejected(id, forbidden.refused)
  if (!isSameContent(textOf(prepared), Buffer.from(original.bytes).toString()))
    return rejected(id, problem('id-reused', { stream, id, position }))
  return { outcome: 'duplicate', id, stream, revision, position, recordedAt: recorded.recordedAt, warnings: [] }
}

/** Whether nothing is to be told of what an id is taken by. Who said it himself is told as before, though he may not say it any more. */
export function isForbidden(forbidden: Forbidden, { recordedBy }: Pick<RecordedEvent, 'recordedBy'>): boolean {
  return forbidden.recordedBy !== recordedBy
}

/**
 * Whether an event is the one that a recorded event holds. Content is compared as JSON: another order of names or other
 * white space is still the same event.
 */
export function isSameContent(text: string, recorded: string): boolean {
  if (recorded.endsWith(`"event":${text}}`)) return true
  return isDeepStrictEqual(JSON.parse(text), JSON.parse(recorded).event)
}
