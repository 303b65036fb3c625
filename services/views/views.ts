import type { Position } from '@athar/events/envelope.ts'
import { UnusableView } from '@athar/infra/view-store/port.ts'
import type { Decision } from './decisions.ts'
import { EventHashes } from './event-hashes.ts'
import type { OpenStore } from './open-store.ts'
import { type AsOf, OpenStores } from './open-stores.ts'
import { type Pace, usualPace } from './pace.ts'
import { type Plan, plan } from './plan.ts'
import type { ProjectionState, ViewsNews } from './projection-state.ts'
import type { ViewBuilder } from './view-builder.ts'
import { ViewRunner } from './view-runner.ts'
import type { ViewsOptions } from './views-options.ts'

/**
 * All views of a log: sees to it that there is a store for each projection, as the program and the decisions of people want
 * it, moves them on, and lets a store that was built anew take over when it has caught up.
 */
export class Views {
  readonly #options: ViewsOptions
  readonly #pace: Pace
  readonly #monotonicMs: () => number
  readonly #runner: ViewRunner
  readonly #stores: OpenStores
  #decisions: readonly Decision[]
  /** Stores that turned out to be of no use, and why. */
  readonly #unusable = new Map<string, string>()
  /** Whether stores have to be begun or let go. */
  #needsPlan = true
  #planAgainAtMs = Number.NEGATIVE_INFINITY
  #plan: Plan<OpenStore> = { places: new Map(), missing: [] }
  #head: Position = 0

  /** Opens the stores that are there, and begins those that are missing; what cannot be begun now is tried again. */
  static async open(options: ViewsOptions): Promise<Views> {
    const views = new Views(options)
    try {
      views.#head = await options.log.head()
      await views.#stores.openExisting(views.#asOf)
      await views.#planWhenDue() // what cannot be begun is no reason for those that are there not to answer
      return views
    } catch (failure) {
      await views.#stores.close()
      throw failure
    }
  }

  private constructor(options: ViewsOptions) {
    const { log, onRead, decisions = [], pace = usualPace, monotonicMs = () => performance.now() } = options
    this.#options = options
    this.#decisions = decisions
    this.#pace = pace
    this.#monotonicMs = monotonicMs
    const hashes = new EventHashes(log)
    this.#runner = new ViewRunner({
      log,
      hashes,
      pace,
      monotonicMs,
      ...(onRead && { onRead }),
      onFailure: (builder, failure) => this.#note(builder, failure),
    })
    this.#stores = new OpenStores({ ...options, hashes, runner: this.#runner, say: news => this.#say(news) })
  }

  /**
   * Moves on by some 100 ms of work. Answers false when there was nothing to do. Rejects when the log cannot be read; what
   * is wrong with a store is said, tried again later, and no reason for the others to wait.
   */
  async step(): Promise<boolean> {
    if (this.#unusable.size > 0 || this.#needsPlan) await this.#planWhenDue()
    const hasMoved = (this.#options.mayGrow?.() ?? true) && (await this.#runner.step())
    if (hasMoved) this.#head = await this.#options.log.head()
    // Also when nothing has moved: what failed the last time does not wait for the next event.
    for (const open of this.#stores.all)
      if (this.#hasCaughtUp(open)) await this.#trying(open.name, () => open.builder.answer())
    const hasHandedOver = this.#isBuilding && (await this.#handOver())
    return hasMoved || hasHandedOver || (this.#unusable.size > 0 && this.#isPlanDue)
  }

  /** Gives up a store of which somebody has found that it is damaged. It is folded again. */
  giveUp(store: string, why: string): void {
    if (this.#stores.named(store)) this.#unusable.set(store, why)
  }

  /** Takes in all there is, and lets everything take over that can. */
  async catchUp(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.step()));
  }

  /** Follows the decisions of people. `decisions` holds those that were known, too. */
  async decide(decisions: readonly Decision[]): Promise<void> {
    this.#decisions = decisions
    this.#needsPlan = true
    this.#head = await this.#options.log.head()
    await this.#planWhenDue()
  }

  states(): readonly ProjectionState[] {
    return this.#options.projections.map(projection => {
      const { name, version, fold } = projection
      const { serving, wanted } = this.#plan.places.get(name) ?? {}
      const isServing = serving !== undefined && this.#isAnswering(serving, name)
      const building = serving?.isComingBack(name) && !isServing ? serving : wanted
      const isToCome = building !== undefined && !(isServing && building === serving)
      return {
        name,
        version,
        fold: fold.name,
        ...(isServing && { serving: serving.stateOf(name) }),
        ...(isToCome && { building: building.buildingState(name) }),
      }
    })
  }

  /** Stores what was taken in, and lets go of the stores. */
  async close(): Promise<void> {
    await this.#runner.commit()
    await this.#stores.close()
  }

  get #asOf(): AsOf {
    return { head: this.#head, decisions: this.#decisions }
  }

  get #isBuilding(): boolean {
    return this.#plan.places.values().some(({ serving, wanted }) => serving !== wanted)
  }

  #isAnswering(store: OpenStore, projection: string): boolean {
    return store.isStopped(projection) ? store.answersStopped(projection) : this.#hasCaughtUp(store)
  }

  #hasCaughtUp(store: OpenStore): boolean {
    return store.hasCaughtUp(this.#head, this.#pace.live.events)
  }

  /** Lets those take over that have caught up with the store that answers. Answers whether any did. */
  async #handOver(): Promise<boolean> {
    let hasHandedOver = false
    for (const [projection, { serving, wanted }] of this.#plan.places) {
      if (wanted === undefined || serving === undefined || wanted === serving) continue
      if (!serving.serves(projection)) continue // it has let go of it, and the plan could not be made anew since
      const isThere = wanted.builder.checkpoint >= serving.builder.checkpoint || serving.builder.isHalted
      if (!isThere || !this.#hasCaughtUp(wanted) || wanted.isStopped(projection)) continue
      if (!(await this.#trying(serving.name, () => serving.builder.leave(new Set([projection]))))) continue
      hasHandedOver = true
      this.#needsPlan = true
      this.#say({ kind: 'took-over', store: wanted.name, projection })
    }
    if (this.#needsPlan) await this.#planWhenDue()
    return hasHandedOver
  }

  get #isPlanDue(): boolean {
    return this.#monotonicMs() >= this.#planAgainAtMs
  }

  /** Replaces what is of no use, begins what is missing: again after a while when that fails. */
  async #planWhenDue(): Promise<void> {
    if (!this.#isPlanDue) return
    this.#planAgainAtMs = this.#monotonicMs() + this.#pace.retryAfterMs
    const isDone = await this.#trying('a store', async () => {
      await this.#removeUnusable()
      if (this.#needsPlan) await this.#replan()
    })
    if (isDone) this.#planAgainAtMs = Number.NEGATIVE_INFINITY
  }

  async #removeUnusable(): Promise<void> {
    for (const [name, why] of [...this.#unusable]) {
      this.#unusable.delete(name)
      this.#needsPlan = true
      const open = this.#stores.named(name)
      if (open === undefined) continue
      await this.#stores.remove(open)
      this.#say({ kind: 'unusable', store: name, why })
    }
  }

  /** Begins what is missing, and lets go of what is neither read nor wanted. */
  async #replan(): Promise<void> {
    const { projections } = this.#options
    this.#plan = plan(projections, this.#stores.all, this.#decisions)
    for (const { fold, projections: missed } of this.#plan.missing) await this.#stores.begin(fold, missed, this.#asOf)
    this.#plan = plan(projections, this.#stores.all, this.#decisions)
    for (const open of this.#stores.all) await this.#leaveWhatIsElsewhere(open)
    this.#needsPlan = false
  }

  async #leaveWhatIsElsewhere(open: OpenStore): Promise<void> {
    const elsewhere = open.served.map(({ name }) => name).filter(name => !this.#isPlaced(name, open))
    if (elsewhere.length === open.served.length) await this.#stores.remove(open)
    else if (elsewhere.length > 0) await open.builder.leave(new Set(elsewhere))
  }

  #isPlaced(projection: string, store: OpenStore): boolean {
    const place = this.#plan.places.get(projection)
    return place?.serving === store || place?.wanted === store
  }

  #note(builder: ViewBuilder, failure: unknown): void {
    const store = this.#stores.all.find(each => each.builder === builder)?.name ?? builder.fold.name
    if (failure instanceof UnusableView) this.#unusable.set(store, failure.message)
    else this.#say({ kind: 'failed', store, failure })
  }

  async #trying(store: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (failure) {
      this.#say({ kind: 'failed', store, failure })
      return false
    }
  }

  #say(news: ViewsNews): void {
    this.#options.onNews?.(news)
  }
}
