import type { Lines } from './lines.ts'
import type { Caller, Verdict } from './submission.ts'

/** A request on its way through the ledger: its events get their verdicts group by group. */
export interface Submission {
  readonly lines: Lines
  readonly caller: Caller
  readonly atomic: boolean
  readonly verdicts: Verdict[]
  /** Events handed to a group, and events with a verdict. */
  taken: number
  settled: number
  /** True when it has been answered; what of it is still under way is answered to nobody. */
  hasLeft: boolean
  readonly resolve: (verdicts: Verdict[]) => void
  readonly reject: (failure: Error) => void
}

/** Consecutive events of one submission that are decided in one group. */
export interface Slice {
  readonly submission: Submission
  readonly from: number
  readonly to: number
}

/** The queue in front of the ledger, in order of arrival. Its bound is the gate’s, which nothing passes by. */
export class SubmissionQueue {
  readonly #groupMax: number
  readonly #waiting: Submission[] = []
  #submissions = 0

  /** `groupMax`: events decided and written together. */
  constructor(groupMax: number) {
    this.#groupMax = groupMax
  }

  /** True when nothing waits to be taken. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** Submissions that have not been answered. */
  get unanswered(): number {
    return this.#submissions
  }

  enter(submission: Submission): void {
    this.#submissions++
    this.#waiting.push(submission)
  }

  /** The next events to decide together. An atomic submission is never cut. */
  takeGroup(): readonly Slice[] {
    const slices: Slice[] = []
    let room = this.#groupMax
    while (room > 0) {
      const submission = this.#waiting[0]
      if (submission === undefined) break
      const left = submission.lines.count - submission.taken
      if (submission.atomic && left > room && slices.length > 0) break
      const count = submission.atomic ? left : Math.min(left, room)
      slices.push({ submission, from: submission.taken, to: submission.taken + count })
      submission.taken += count
      room -= count
      if (submission.taken === submission.lines.count) this.#waiting.shift()
    }
    return slices
  }

  /** A submission has been answered, one way or the other. */
  leave(submission: Submission): void {
    if (submission.hasLeft) return
    submission.hasLeft = true
    this.#submissions--
    if (submission.taken === submission.lines.count) return // nothing of it waits: not looked for among thousands that do
    this.#waiting.splice(this.#waiting.indexOf(submission), 1) // a part before it has failed
  }
}
