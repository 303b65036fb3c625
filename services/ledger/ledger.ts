import { type CodeLists, codeLists } from '@athar/events/codes/code-lists.ts'
import type { FoldedDirectory } from '@athar/events/directory/directory.ts'
import { type EventLog, LogFailure } from '@athar/infra/event-log/port.ts'
import { readStored } from './fold.ts'
import type { Group } from './group.ts'
import { GroupDecider } from './group-decider.ts'
import type { GroupMeasure } from './group-measure.ts'
import { KnownState } from './known-state.ts'
import { LedgerUnavailable } from './ledger-unavailable.ts'
import type { Lines } from './lines.ts'
import { type Prepared, prepare } from './prepared.ts'
import { type Slice, type Submission, SubmissionQueue } from './queue.ts'
import { judgeRepeats } from './repeats.ts'
import type { Caller, SubmitOptions, Verdict } from './submission.ts'
import { verdictOn } from './verdict-on.ts'

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

/** What became of a group: those decided on top of one that failed fail with it, even when they have nothing to write. */
type Settled = 'written' | { readonly failure: unknown }

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
  readonly #state: KnownState
  #isRunning = false
  #lastRecordedMs = 0
  /** Set when it is not known what is on disk: nothing is decided any more. */
  #fatal: LogFailure | undefined
  readonly #inFlight: Promise<Settled>[] = []
  /** Set while somebody waits for an answer to be given. */
  #answered: PromiseWithResolvers<void> | undefined

  static async open(log: EventLog, options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(log, options)
    await ledger.#state.refresh()
    ledger.#lastRecordedMs = await lastRecordedMs(log)
    return ledger
  }

  private constructor(log: EventLog, options: LedgerOptions) {
    this.#log = log
    this.#options = options
    this.#codes = options.codes ?? codeLists
    this.#now = options.now ?? Date.now
    this.#queue = new SubmissionQueue(options.groupMax)
    this.#state = new KnownState(log, options.hotEventsMax)
  }

  get directory(): FoldedDirectory {
    return this.#state.directory
  }

  /**
   * Decides on valid events and records those that may be recorded. Resolves with a verdict for each, in order, once all
   * of them are on disk. Rejects with `LedgerUnavailable`; nothing is then acknowledged.
   */
  submit(lines: Lines, caller: Caller, options: SubmitOptions = {}): Promise<Verdict[]> {
    if (lines.count === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      const atomic = options.atomic ?? false
      this.#queue.enter({ lines, caller, atomic, verdicts: [], taken: 0, settled: 0, hasLeft: false, resolve, reject })
      this.#wake()
    })
  }

  /** Resolves when everything that was submitted so far has been answered. */
  async drain(): Promise<void> {
    while (this.#queue.unanswered > 0) {
      this.#answered ??= Promise.withResolvers()
      await this.#answered.promise
    }
  }

  /** Starts the loop after the present turn, so that requests that arrive together are decided together. */
  #wake(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    setImmediate(() => void this.#run())
  }

  async #run(): Promise<void> {
    let slices: readonly Slice[] = []
    while (slices.length > 0 || !this.#queue.isEmpty) {
      if (slices.length === 0) slices = this.#queue.takeGroup()
      try {
        if (this.#fatal !== undefined) throw this.#fatal
        const prepared = preparedOf(slices)
        await this.#state.load(slices, prepared, () => Promise.all(this.#inFlight))
        const decideStart = performance.now()
        const group = this.#decide(slices, prepared)
        prepared.length = 0 // this function is as old as the load: what it holds while it waits would grow old with it
        this.#hand(group, performance.now() - decideStart)
        slices = slices.slice(group.slices.length)
      } catch (error) {
        this.#fail(slices, error)
        slices = []
      }
      while (this.#inFlight.length >= groupsInFlightMax) await this.#inFlight[0]
      this.#state.trim()
    }
    this.#isRunning = false
  }

  #decide(slices: readonly Slice[], prepared: readonly Prepared[]): Group {
    const nowMs = this.#now()
    // The ledger's clock never runs backwards in the log, whatever the machine's does.
    this.#lastRecordedMs = Math.max(this.#lastRecordedMs, nowMs)
    return new GroupDecider(this.#state, this.#codes, nowMs, this.#lastRecordedMs).decide(slices, prepared)
  }

  /** Hands a group to the log; its verdicts are given in order, when it and those before it are on disk. */
  #hand(group: Group, decideMs: number): void {
    const handedAt = performance.now()
    const before = this.#inFlight.at(-1)
    const written = this.#log.append(group.events)
    const settled: Promise<Settled> = this.#settle(group, written, before)
      .then(() => {
        const { events, clockBehindMs } = group
        const writeMs = performance.now() - handedAt
        this.#options.onGroup?.({ events: events.length, decideMs, writeMs, clockBehindMs })
        return 'written' as const
      })
      .catch(error => {
        this.#fail(group.slices, error)
        return { failure: error }
      })
      .finally(() => this.#inFlight.splice(this.#inFlight.indexOf(settled), 1))
    this.#inFlight.push(settled)
  }

  async #settle(group: Group, written: Promise<readonly number[]>, before?: Promise<Settled>): Promise<void> {
    const positions = await written.catch(error => {
      this.#forget(error) // at once: nothing may be decided on a state that is not to be
      throw error
    })
    const ground = (await before) ?? 'written'
    if (ground !== 'written') throw ground.failure // what was refused here may have been refused for what is not to be
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
      if (submission.settled === submission.lines.count) {
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
    this.#answered?.resolve()
    this.#answered = undefined
  }

  #forget(error: unknown): void {
    this.#state.forget()
    if (this.#fatal !== undefined || !(error instanceof LogFailure) || error.reason !== 'sync-failed') return
    this.#fatal = error
    this.#options.onFatal?.(error)
  }
}

function preparedOf(slices: readonly Slice[]): Prepared[] {
  const prepared: Prepared[] = []
  for (const { submission, from, to } of slices)
    for (let index = from; index < to; index++) prepared.push(prepare(submission.lines.at(index)))
  return prepared
}

/** When the last event of the log was recorded, in milliseconds of the Unix epoch; 0 when there is none. */
async function lastRecordedMs(log: EventLog): Promise<number> {
  const head = await log.head()
  let recordedMs = 0
  for await (const batch of log.readAll(Math.max(0, head - 1)))
    for (const stored of batch) recordedMs = Date.parse(readStored(stored).recordedAt)
  return recordedMs
}
