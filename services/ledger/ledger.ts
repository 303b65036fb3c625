import { deciders } from '@athar/events/catalogue.ts'
import { type CodeLists, codeLists } from '@athar/events/codes/code-lists.ts'
import type { DecisionContext } from '@athar/events/decision.ts'
import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import { recordedPrefix, timeError } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import { invalidEvent, type Problem, problem } from '@athar/events/problems.ts'
import { type EventLog, LogFailure, type LogFailureReason } from '@athar/infra/event-log/port.ts'
import { evolve, foldStream, newStream, readStored } from './fold.ts'
import type { Group, Provisional } from './group.ts'
import { type Prepared, prepare } from './prepared.ts'
import { type Slice, type Submission, SubmissionQueue } from './queue.ts'
import { judgeRepeats } from './repeats.ts'
import { StreamCache } from './stream-cache.ts'
import { type Caller, rejected, type SubmitOptions, type Verdict } from './submission.ts'

export interface LedgerOptions {
  readonly codes?: CodeLists
  /** The clock, in milliseconds of the Unix epoch. */
  readonly now?: () => number
  /** Events decided and written together: more is faster, fewer is sooner. */
  readonly groupMax: number
  /** Events whose streams are kept in memory. */
  readonly hotEventsMax: number
  /** Told when it is not known what is on disk. The process must end: nothing may be acknowledged any more. */
  readonly onFatal?: (failure: LogFailure) => void
  readonly onGroup?: (measured: GroupMeasure) => void
}

export interface GroupMeasure {
  readonly events: number
  readonly decideMs: number
  readonly writeMs: number
}

/** The log could not write: nothing of the submission is acknowledged, and it may be sent again safely. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
  readonly reason: LogFailureReason

  constructor(reason: LogFailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}

const directoryFamilies: readonly Family[] = ['organisation', 'site', 'permit']
/** Groups handed to the log and not yet on disk: one is being synced while the next is decided. */
const groupsInFlightMax = 2

/**
 * The one that decides. Submissions wait in a bounded queue, are decided in order of arrival against the state of their
 * streams, and are written in groups; a verdict is given when its group is on disk (DESIGN §7). The state runs ahead of
 * the disk by the groups in flight; when one of them cannot be written, it is thrown away and folded again.
 */
export class Ledger {
  readonly #log: EventLog
  readonly #options: LedgerOptions
  readonly #codes: CodeLists
  readonly #now: () => number
  readonly #queue: SubmissionQueue
  readonly #streams: StreamCache
  #directory = new FoldedDirectory()
  /** Counts the times the state was thrown away: what was loaded before is not to be decided on. */
  #generation = 0
  #isStale = true
  #isRunning = false
  #lastRecordedMs = 0
  readonly #inFlight: Promise<void>[] = []
  #idle = Promise.withResolvers<void>()

  static async open(log: EventLog, options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(log, options)
    await ledger.#refresh()
    return ledger
  }

  private constructor(log: EventLog, options: LedgerOptions) {
    this.#log = log
    this.#options = options
    this.#codes = options.codes ?? codeLists
    this.#now = options.now ?? Date.now
    this.#queue = new SubmissionQueue(options.groupMax)
    this.#streams = new StreamCache(options.hotEventsMax)
  }

  get directory(): FoldedDirectory {
    return this.#directory
  }

  /**
   * Decides on valid events, a line of JSON each, and records those that may be recorded. Resolves with a verdict for
   * each, in order, once all of them are on disk. Rejects with `LedgerUnavailable`; nothing is then acknowledged.
   */
  submit(texts: readonly string[], caller: Caller, options: SubmitOptions = {}): Promise<readonly Verdict[]> {
    if (texts.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      const atomic = options.atomic ?? false
      this.#queue.enter({ texts, caller, atomic, verdicts: [], taken: 0, settled: 0, hasLeft: false, resolve, reject })
      this.#wake()
    })
  }

  /** Resolves when everything that was submitted so far has been answered. */
  async drain(): Promise<void> {
    while (this.#queue.unanswered > 0) await this.#idle.promise
  }

  /** Starts the loop after the present turn, so that requests that arrive together are decided together. */
  #wake(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    setImmediate(() => void this.#run())
  }

  async #run(): Promise<void> {
    while (!this.#queue.isEmpty) {
      const slices = this.#queue.takeGroup()
      try {
        const prepared = preparedOf(slices)
        await this.#load(prepared)
        const decideStart = performance.now()
        const group = this.#decide(slices, prepared)
        this.#hand(group, performance.now() - decideStart)
      } catch (error) {
        this.#fail(slices, error)
      }
      while (this.#inFlight.length >= groupsInFlightMax) await this.#inFlight[0]
      this.#streams.trim()
    }
    this.#isRunning = false
  }

  /** Has the state of every stream of the group at hand, from the cache or folded from the log. */
  async #load(prepared: readonly Prepared[]): Promise<void> {
    let generation: number
    do {
      if (this.#isStale) {
        await Promise.all(this.#inFlight) // what they write belongs to the directory too
        await this.#refresh()
      }
      generation = this.#generation
      const missing = this.#takeHot(prepared)
      if (missing.length === 0) return
      const found = await this.#log.readStreams([...new Set(missing.map(({ stream }) => stream))])
      if (generation !== this.#generation) continue
      for (const one of missing) {
        const { stream } = one
        one.hot = this.#streams.get(stream) // an event before it in the group may have the same stream
        if (one.hot !== undefined) continue
        const events = found.get(stream)
        one.hot = events === undefined ? newStream(one.type.family) : foldStream(one.type.family, events)
        this.#streams.set(stream, one.hot)
      }
    } while (generation !== this.#generation || this.#isStale)
  }

  /** Gives each event the state of its stream from the cache, and answers those whose stream is not there. */
  #takeHot(prepared: readonly Prepared[]): readonly Prepared[] {
    const missing: Prepared[] = []
    for (const one of prepared) {
      one.hot = this.#streams.get(one.stream)
      if (one.hot === undefined) missing.push(one)
    }
    return missing
  }

  #decide(slices: readonly Slice[], prepared: readonly Prepared[]): Group {
    const nowMs = this.#now()
    // The ledger's clock never runs backwards in the log, whatever the machine's does.
    this.#lastRecordedMs = Math.max(this.#lastRecordedMs, nowMs)
    const recordedAt = new Date(this.#lastRecordedMs).toISOString()
    const group: Group = { slices, provisional: [], events: [], recordedAt }
    let next = 0
    for (const { submission, from, to } of slices) {
      const { caller, atomic } = submission
      const context = { nowMs, speaker: caller.speaker, directory: this.#directory, codes: this.#codes }
      const its = prepared.slice(next, next + to - from)
      if (atomic) this.#decideAtomically(group, its, caller, context)
      else this.#decideEach(group, its, caller, context)
      next += its.length
    }
    return group
  }

  #decideEach(group: Group, prepared: readonly Prepared[], caller: Caller, context: DecisionContext): void {
    for (const one of prepared) group.provisional.push(this.#decideOne(group, one, caller, context))
  }

  /** All or nothing: when one is refused, the streams go back to where they were, and the others are not written. */
  #decideAtomically(group: Group, prepared: readonly Prepared[], caller: Caller, context: DecisionContext): void {
    const { provisional, events } = group
    const [provisionalBefore, eventsBefore] = [provisional.length, events.length]
    const before = new Map(prepared.map(({ hot }) => [hot, { revision: hot?.revision, state: hot?.state }]))
    this.#decideEach(group, prepared, caller, context)
    const decided = provisional.slice(provisionalBefore)
    if (decided.every(({ kind }) => kind !== 'final')) return
    for (const [hot, { revision, state }] of before) {
      if (hot === undefined || revision === undefined) continue
      hot.revision = revision
      hot.state = state
      hot.ids.length = revision + 1
    }
    events.length = eventsBefore
    provisional.length = provisionalBefore
    for (const one of decided)
      provisional.push(one.kind === 'final' ? one : final(rejected(idOf(one), problem('not-tried'))))
    if (prepared.some(({ type }) => directoryFamilies.includes(type.family))) this.#isStale = true // the directory has taken what was then taken back
  }

  #decideOne(group: Group, prepared: Prepared, caller: Caller, context: DecisionContext): Provisional {
    const { text, event, type, version, stream, hot } = prepared
    const { id } = event
    if (hot === undefined) throw new Error(`the state of ${stream} was not loaded`)
    const known = hot.ids.indexOf(id)
    if (known !== -1) return { kind: 'repeat', prepared, revision: known }

    const refused = refusedBefore(prepared, hot.revision, context.nowMs)
    if (refused !== undefined) return final(rejected(id, refused))
    const decision = deciders[type.family].decide(hot.state, event, context)
    if ('refused' in decision) return final(rejected(id, decision.refused))

    evolve(hot, type.family, event)
    this.#streams.grew()
    if (directoryFamilies.includes(type.family)) this.#directory.evolve(event)
    const { revision } = hot
    const head = { stream, revision, version, recordedAt: group.recordedAt, recordedBy: caller.recordedBy }
    group.events.push({ stream, revision, json: `${recordedPrefix(head)}${text}}` })
    return { kind: 'recorded', event: group.events.length - 1, id, warnings: decision.warnings }
  }

  /** Hands a group to the log; its verdicts are given in order, when it and those before it are on disk. */
  #hand(group: Group, decideMs: number): void {
    const handedAt = performance.now()
    const before = this.#inFlight.at(-1)
    const written = this.#log.append(group.events)
    const settled = this.#settle(group, written, before)
      .then(() =>
        this.#options.onGroup?.({ events: group.events.length, decideMs, writeMs: performance.now() - handedAt }),
      )
      .catch(error => this.#fail(group.slices, error))
      .then(() => void this.#inFlight.splice(this.#inFlight.indexOf(settled), 1))
    this.#inFlight.push(settled)
  }

  async #settle(group: Group, written: Promise<readonly number[]>, before: Promise<void> | undefined): Promise<void> {
    const positions = await written.catch(error => {
      this.#forget(error) // at once: nothing may be decided on a state that is not to be
      throw error
    })
    await before
    const repeats = group.provisional.filter(one => one.kind === 'repeat')
    const judged = await judgeRepeats(this.#log, repeats)
    let next = 0
    for (const { submission, from, to } of group.slices) {
      for (let index = from; index < to; index++) {
        const one = group.provisional[next++]
        if (one === undefined) throw new Error('an event of the group was not decided')
        submission.verdicts[index] = verdictOn(one, group, positions, judged)
      }
      submission.settled += to - from
      if (submission.settled === submission.texts.length) {
        this.#leave(submission)
        submission.resolve(submission.verdicts)
      }
    }
  }

  #fail(slices: readonly Slice[], error: unknown): void {
    const reason = error instanceof LogFailure ? error.reason : 'other'
    const failure = new LedgerUnavailable(reason, error instanceof Error ? error.message : String(error))
    for (const { submission } of slices) {
      this.#leave(submission)
      submission.reject(failure)
    }
    this.#forget(error)
  }

  #leave(submission: Submission): void {
    this.#queue.leave(submission)
    this.#idle.resolve()
    this.#idle = Promise.withResolvers<void>()
  }

  #forget(error: unknown): void {
    this.#isStale = true
    this.#generation++
    this.#streams.clear()
    if (error instanceof LogFailure && error.reason === 'sync-failed') this.#options.onFatal?.(error)
  }

  /** Folds the directory from the log. */
  async #refresh(): Promise<void> {
    this.#isStale = false
    const directory = new FoldedDirectory()
    for await (const batch of this.#log.readAll(0, { families: directoryFamilies }))
      for (const stored of batch) directory.evolve(readStored(stored).event)
    this.#directory = directory
  }
}

function preparedOf(slices: readonly Slice[]): readonly Prepared[] {
  const prepared: Prepared[] = []
  for (const { submission, from, to } of slices)
    for (const text of submission.texts.slice(from, to)) prepared.push(prepare(text))
  return prepared
}

function refusedBefore({ stream, event }: Prepared, revision: number, nowMs: number): Problem | undefined {
  const wrongTime = timeError(event.time, nowMs)
  if (wrongTime !== undefined) return invalidEvent([wrongTime])
  const expected = event.expectedrevision
  if (expected !== undefined && expected !== revision)
    return problem('wrong-revision', { stream, actual: revision, expected })
  return undefined
}

function idOf(one: Exclude<Provisional, { kind: 'final' }>): string {
  return one.kind === 'recorded' ? one.id : one.prepared.event.id
}

function final(verdict: Verdict): Provisional {
  return { kind: 'final', verdict }
}

function verdictOn(
  one: Provisional,
  group: Group,
  positions: readonly number[],
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
