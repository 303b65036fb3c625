import type { Position } from '@athar/events/envelope.ts'
import type { Group, Provisional } from './group.ts'
import type { Verdict } from './submission.ts'

/** The verdict on an event whose group is on disk: where it stands, or what was decided instead. */
export function verdictOn(
  one: Provisional,
  group: Group,
  positions: readonly Position[],
  judged: ReadonlyMap<Provisional, Verdict>,
): Verdict {
  if (one.kind === 'final') return one.verdict
  if (one.kind === 'repeat') {
    const verdict = judged.get(one)
    if (verdict === undefined) throw new Error('a repeat was not judged')
    return verdict
  }
  const event = group.events[one.event]
  const position = positions[one.event]
  if (event === undefined || position === undefined) throw new Error('the log did not number an event')
  const { stream, revision } = event
  const { id, warnings } = one
  return { outcome: 'recorded', id, stream, revision, position, recordedAt: group.recordedAt, warnings }
}
