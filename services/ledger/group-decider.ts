import { deciders } from '@athar/events/catalogue.ts'
import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { DecisionContext } from '@athar/events/decision.ts'
import { recordedRest, recordedStart, timeError } from '@athar/events/envelope.ts'
import type { Wording } from '@athar/events/language.ts'
import { phrase } from '@athar/events/phrases.ts'
import { invalidEvent, type Problem, problem, problemTypes } from '@athar/events/problems.ts'
import { isAtFault, Savepoint } from './atomic.ts'
import { evolve } from './fold.ts'
import type { Forbidden, Group, Provisional } from './group.ts'
import { directoryFamilies, type KnownState } from './known-state.ts'
import type { Prepared } from './prepared.ts'
import type { Slice, Submission } from './queue.ts'
import type { HotStream } from './stream-cache.ts'
import { type Caller, rejected, type Verdict } from './submission.ts'

/** What the decisions on the submissions of one caller have in common. */
interface Circumstances {
  readonly caller: Caller
  readonly context: DecisionContext
  /** The end of the prefix of its recorded events, for payloads of the first version: written once for all of them. */
  readonly rest: string
  readonly recordedBy: string
}

/** Decides on one group, event by event, in order of arrival. */
export class GroupDecider {
  readonly #state: KnownState
  readonly #codes: CodeLists
  readonly #nowMs: number
  readonly #recordedMs: number
  readonly #group: Group
  #circumstances: Circumstances | undefined

  /**
   * `recordedMs` is written beside the events: the clock of the machine, `nowMs`, or the newest time in the log where that is
   * later. What happened before it is not in the future, even on a machine whose clock was set back.
   */
  constructor(state: KnownState, codes: CodeLists, nowMs: number, recordedMs: number) {
    this.#state = state
    this.#codes = codes
    this.#nowMs = nowMs
    this.#recordedMs = recordedMs
    this.#group = {
      slices: [],
      provisional: [],
      events: [],
      recordedAt: new Date(recordedMs).toISOString(),
      clockBehindMs: recordedMs - nowMs,
    }
  }

  /** Decides on the slices in order. Stops before one that must not be decided until the directory is folded again. */
  decide(slices: readonly Slice[], prepared: readonly Prepared[]): Group {
    let next = 0
    for (const slice of slices) {
      if (this.#state.isStale) break
      this.#group.slices.push(slice)
      const its = prepared.slice(next, next + slice.to - slice.from)
      const circumstances = this.#circumstancesOf(slice.submission)
      if (slice.submission.atomic) this.#decideAtomically(its, circumstances)
      else this.#decideEach(its, circumstances)
      next += its.length
    }
    return this.#group
  }

  /** A group has many submissions of few callers: those of one follow one another. */
  #circumstancesOf({ caller }: Submission): Circumstances {
    if (this.#circumstances?.caller === caller) return this.#circumstances
    const { speaker, recordedBy } = caller
    const { recordedAt } = this.#group
    this.#circumstances = {
      caller,
      context: { nowMs: this.#nowMs, speaker, directory: this.#state.directory, codes: this.#codes },
      rest: recordedRest({ recordedAt, recordedBy }),
      recordedBy,
    }
    return this.#circumstances
  }

  #decideEach(prepared: readonly Prepared[], circumstances: Circumstances): void {
    for (const one of prepared) this.#group.provisional.push(this.#decideOne(one, circumstances))
  }

  /** All or nothing: when one is refused, the streams go back to where they were, and the others are not written. */
  #decideAtomically(prepared: readonly Prepared[], circumstances: Circumstances): void {
    const savepoint = new Savepoint(this.#group, prepared)
    this.#decideEach(prepared, circumstances)
    if (!savepoint.decided.some(one => isAtFault(one, this.#group))) return
    savepoint.refuseAll()
    if (prepared.some(({ type }) => directoryFamilies.includes(type.family))) this.#state.outdateDirectory()
  }

  #decideOne(prepared: Prepared, { context, rest, recordedBy }: Circumstances): Provisional {
    const { bytes, from, to, said, type, stream, hot } = prepared
    const { id, version } = said
    if (hot === undefined) throw new Error(`the state of ${stream} was not loaded`)
    const known = hot.ids.indexOf(id)
    if (known !== -1)
      return {
        kind: 'repeat',
        prepared,
        revision: known,
        forbidden: forbiddenTo(prepared, hot, { context, recordedBy }),
      }

    const wrongTime = timeError(said.time, this.#recordedMs)
    if (wrongTime !== undefined) return final(rejected(id, invalidEvent([wrongTime])))
    const decision = deciders[type.family].decide(hot.state, said, context)
    if ('refused' in decision) return final(rejected(id, decision.refused))
    // Last: how far a stream is, is for those who may say something in it.
    const wrongRevision = revisionError(prepared, hot.revision)
    if (wrongRevision !== undefined) return final(rejected(id, wrongRevision))

    evolve(hot, type.family, said)
    this.#state.grew()
    if (directoryFamilies.includes(type.family)) this.#state.directory.evolve(said)
    const { events, recordedAt } = this.#group
    const its = version === 1 ? rest : recordedRest({ version, recordedAt, recordedBy })
    const head = `${recordedStart(stream, hot.revision)}${its}`
    events.push({ stream, revision: hot.revision, json: { head, bytes, from, to } })
    return { kind: 'recorded', event: events.length - 1, id, warnings: decision.warnings }
  }
}

function revisionError({ stream, said }: Prepared, revision: number): Problem | undefined {
  const expected = said.expectedrevision
  if (expected === undefined || expected === revision) return undefined
  return problem('wrong-revision', { stream, actual: revisionInWords(revision), expected: revisionInWords(expected) })
}

/** On the wire a stream without events is at -1, which nobody who reads a refusal needs to know. */
function revisionInWords(revision: number): Wording {
  return revision < 0 ? phrase('not-recorded-yet') : phrase('at-revision', { revision })
}

/** Whose event an id is taken by, and what it says, is not for those to find out who may not say it themselves. */
function forbiddenTo(
  { said, type }: Prepared,
  { state }: HotStream,
  { context, recordedBy }: Pick<Circumstances, 'context' | 'recordedBy'>,
): Forbidden | undefined {
  if (context.speaker.role === 'service') return undefined
  const decision = deciders[type.family].decide(state, said, context)
  if (!('refused' in decision) || problemTypes[decision.refused.code].status !== 403) return undefined
  return { recordedBy, refused: decision.refused }
}

function final(verdict: Verdict): Provisional {
  return { kind: 'final', verdict }
}
