import { problem } from '@athar/events/problems.ts'
import { bytesOf } from '@athar/infra/event-log/new-event-bytes.ts'
import type { Group, Provisional } from './group.ts'
import { textOf } from './line.ts'
import type { Prepared } from './prepared.ts'
import { isForbidden, isSameContent } from './repeats.ts'
import type { HotStream } from './stream-cache.ts'
import { rejected } from './submission.ts'

/** Where a group and the streams of a submission stand before it is decided, so that all of it can be taken back. */
export class Savepoint {
  readonly #group: Group
  readonly #events: number
  readonly #provisional: number
  readonly #streams = new Map<HotStream, Readonly<HotStream>>()

  constructor(group: Group, prepared: readonly Prepared[]) {
    this.#group = group
    this.#events = group.events.length
    this.#provisional = group.provisional.length
    for (const { hot } of prepared) if (hot !== undefined) this.#streams.set(hot, { ...hot })
  }

  /** What was decided since. */
  get decided(): readonly Provisional[] {
    return this.#group.provisional.slice(this.#provisional)
  }

  /** Takes the events decided since out of the group and out of their streams, and refuses them all. */
  refuseAll(): void {
    const refused = this.decided.map(one => ({ one, isAtFault: isAtFault(one, this.#group) }))
    this.#group.events.length = this.#events
    this.#group.provisional.length = this.#provisional
    for (const [hot, before] of this.#streams) Object.assign(hot, before)
    for (const { one, isAtFault } of refused) this.#group.provisional.push(isAtFault ? fault(one) : notTried(one))
  }
}

/** True when this decision refuses an atomic submission as a whole: a rejection, or a repeat that is not the same again. */
export function isAtFault(one: Provisional, { events }: Group): boolean {
  if (one.kind !== 'repeat') return one.kind === 'final'
  const { stream, original } = one.prepared
  const inGroup = events.find(event => event.stream === stream && event.revision === one.revision)
  const bytes = original?.bytes ?? (inGroup && bytesOf(inGroup))
  if (bytes === undefined) return true
  const recorded = Buffer.from(bytes).toString()
  if (one.forbidden !== undefined && isForbidden(one.forbidden, JSON.parse(recorded))) return true
  return !isSameContent(textOf(one.prepared), recorded)
}

/** A reused id is told where its original is, when that is in the log; one of the same submission has come to nothing. */
function fault(one: Provisional): Provisional {
  if (one.kind !== 'repeat' || one.revision <= (one.prepared.hot?.revision ?? -1)) return one
  const { stream, said } = one.prepared
  return { kind: 'final', verdict: rejected(said.id, problem('id-reused', { stream, id: said.id, position: '—' })) }
}

function notTried(one: Provisional): Provisional {
  if (one.kind === 'final') return one
  const id = one.kind === 'recorded' ? one.id : one.prepared.said.id
  return { kind: 'final', verdict: rejected(id, problem('not-tried')) }
}
