import type { Position } from '@athar/events/envelope.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { EventHashes } from './event-hashes.ts'
import { logSlices } from './log-slices.ts'
import { type Pace, usualPace } from './pace.ts'
import type { ViewBuilder } from './view-builder.ts'

export interface ViewRunnerOptions {
  readonly log: EventLogReader
  /** Told of what was read. */
  readonly hashes?: EventHashes
  readonly pace?: Pace
  /** A clock that never goes back, in milliseconds. */
  readonly monotonicMs?: () => number
  /** Told why a store could not be read or written. Unless it is removed it is tried again. */
  readonly onFailure?: (builder: ViewBuilder, failure: unknown) => void
  /** Told how many events were taken in, each counted once however many stores take it. */
  readonly onRead?: (events: number) => void
}

/**
 * Moves stores on along the log. Those at the same position advance from one reading of it; those that lag catch up in
 * slices while the front has nothing to do, so that building one never holds up those that follow live. Who lags least
 * behind those before it goes first: one that answers, and was a little behind when the program was started again, must not
 * wait for one that is built from the beginning. While those in front are themselves far behind, who has a shorter way to them
 * than they have to the end joins them first: then one reading does for all.
 */
export class ViewRunner {
  readonly #log: EventLogReader
  readonly #options: ViewRunnerOptions
  readonly #pace: Pace
  readonly #monotonicMs: () => number
  readonly #builders = new Set<ViewBuilder>()
  /** Stores that failed, and when to try again. */
  readonly #aside = new Map<ViewBuilder, number>()
  #laggardsServedMs = Number.NEGATIVE_INFINITY

  constructor(options: ViewRunnerOptions) {
    this.#log = options.log
    this.#options = options
    this.#pace = options.pace ?? usualPace
    this.#monotonicMs = options.monotonicMs ?? (() => performance.now())
  }

  add(builder: ViewBuilder): void {
    this.#builders.add(builder)
  }

  remove(builder: ViewBuilder): void {
    this.#builders.delete(builder)
    this.#aside.delete(builder)
  }

  /**
   * Takes in a slice of the log, for those in front when they are behind, else for those behind them. Answers false when
   * there was nothing to do. Rejects when the log cannot be read.
   */
  async step(): Promise<boolean> {
    const head = await this.#log.head()
    const groups = this.#groups()
    const front = groups.at(-1)
    if (front === undefined) return false
    const laggard = leastLagging(groups)
    const laggardsWaitedMs = this.#monotonicMs() - this.#laggardsServedMs
    const frontBehind = head - front.position
    const isTurnOf = ({ behind }: Laggard) =>
      frontBehind === 0 ||
      laggardsWaitedMs > this.#pace.laggardEveryMs ||
      (frontBehind > this.#pace.live.events && behind < frontBehind)
    if (laggard !== undefined && isTurnOf(laggard)) {
      await this.#advance(laggard.group, Math.min(laggard.next, head), 'lagging')
      this.#laggardsServedMs = this.#monotonicMs()
      return true
    }
    if (frontBehind === 0) return false
    const isFarBehind = laggard === undefined && frontBehind > this.#pace.live.events
    await this.#advance(front, head, isFarBehind ? 'far behind' : 'live')
    return true
  }

  /** Takes in all there is. */
  async catchUp(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.step()));
  }

  /** Stores what was taken in. */
  async commit(): Promise<void> {
    for (const builder of this.#builders) await this.#guarded(builder, () => builder.commit())
  }

  /** Those that can go on, by position, hindmost first. */
  #groups(): readonly Group[] {
    const nowMs = this.#monotonicMs()
    const byPosition = new Map<Position, ViewBuilder[]>()
    for (const builder of this.#builders) {
      if (builder.isHalted || (this.#aside.get(builder) ?? nowMs) > nowMs) continue
      const group = byPosition.get(builder.position) ?? []
      group.push(builder)
      byPosition.set(builder.position, group)
    }
    return Array.from(byPosition, ([position, builders]) => ({ position, builders })).sort(
      (one, other) => one.position - other.position,
    )
  }

  async #advance({ position, builders }: Group, upTo: Position, how: 'live' | 'lagging' | 'far behind'): Promise<void> {
    const startMs = this.#monotonicMs()
    const limits = how === 'far behind' ? this.#pace.farBehind : this.#pace.live
    const wanted = new Set(builders.flatMap(({ fold }) => fold.families))
    let reached = position
    for await (const slice of logSlices(this.#log, { after: position, upTo, wanted, events: this.#pace.batchEvents })) {
      if (slice.last !== undefined) this.#options.hashes?.note(slice.last)
      for (const builder of builders) {
        if (builder.position !== reached) continue // it has gone back to its checkpoint, and comes again from there
        await this.#guarded(builder, () => builder.take(slice.events, slice.upTo))
        if (!builder.hasRoom(limits)) await this.#guarded(builder, () => builder.commit())
      }
      reached = slice.upTo
      this.#options.onRead?.(slice.events.length)
      const isAnyoneLeft = builders.some(builder => builder.position === reached)
      if (!isAnyoneLeft || this.#monotonicMs() - startMs > this.#pace.sliceMs) break
    }
    if (how === 'live' || reached === upTo)
      for (const builder of builders) await this.#guarded(builder, () => builder.commit())
  }

  /** What goes wrong with one store is no reason for the others to wait. */
  async #guarded(builder: ViewBuilder, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (failure) {
      this.#aside.set(builder, this.#monotonicMs() + this.#pace.retryAfterMs)
      this.#options.onFailure?.(builder, failure)
    }
  }
}

/** Stores at one position: they advance from one reading. */
interface Group {
  readonly position: Position
  readonly builders: readonly ViewBuilder[]
}

interface Laggard {
  readonly group: Group
  /** Where the stores before it are: from there they go on together. */
  readonly next: Position
  /** How far that is. */
  readonly behind: number
}

/** Which of the groups, hindmost first, has the shortest way to those before it; `undefined` when there is only one. */
function leastLagging(groups: readonly Group[]): Laggard | undefined {
  let least: Laggard | undefined
  for (let index = 0; index + 1 < groups.length; index++) {
    const [group, before] = [groups[index], groups[index + 1]]
    if (group === undefined || before === undefined) continue
    const behind = before.position - group.position
    if (least === undefined || behind < least.behind) least = { group, next: before.position, behind }
  }
  return least
}
