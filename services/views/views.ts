import type { Position } from '@athar/events/envelope.ts'
import { UnusableView, type ViewDescription, type ViewStore } from '@athar/infra/view-store/port.ts'
import type { Fold, Projection } from '@athar/projections/projection.ts'
import { whyOfAnotherLog } from './another-log.ts'
import { closedOnFailure } from './closed-on-failure.ts'
import { type Decision, omissionsOf } from './decisions.ts'
import { EventHashes } from './event-hashes.ts'
import { OpenStore } from './open-store.ts'
import { cachedDocumentsMaxUsual, type Pace, usualPace } from './pace.ts'
import { type Plan, plan, servedByThisVersion } from './plan.ts'
import type { ProjectionState, ViewsNews } from './projection-state.ts'
import { readStoreName, storeName } from './store-name.ts'
import { ViewBuilder } from './view-builder.ts'
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
  readonly #hashes: EventHashes
  #decisions: readonly Decision[]
  #stores: readonly OpenStore[] = []
  /** Stores that turned out to be of no use, and why. */
  readonly #unusable = new Map<string, string>()
  /** Whether stores have to be begun or let go. */
  #needsPlan = true
  #planAgainAtMs = Number.NEGATIVE_INFINITY
  #plan: Plan<OpenStore> = { places: new Map(), missing: [] }
  #head: Position = 0
  /** No number is given twice: who still reads a store that is gone must not take another one for it. */
  #lastBuild = 0

  /** Opens the stores that are there, and begins those that are missing. */
  static async open(options: ViewsOptions): Promise<Views> {
    const views = new Views(options)
    try {
      views.#head = await options.log.head()
      for (const name of await options.stores.names()) await views.#openExisting(name)
      await views.#replan()
      return views
    } catch (failure) {
      await views.#letGo()
      throw failure
    }
  }

  private constructor(options: ViewsOptions) {
    const { log, onRead, decisions = [], pace = usualPace, monotonicMs = () => performance.now() } = options
    this.#options = options
    this.#decisions = decisions
    this.#pace = pace
    this.#monotonicMs = monotonicMs
    this.#hashes = new EventHashes(log)
    this.#runner = new ViewRunner({
      log,
      hashes: this.#hashes,
      pace,
      monotonicMs,
      ...(onRead && { onRead }),
      onFailure: (builder, failure) => this.#note(builder, failure),
    })
  }

  /**
   * Moves on by some 100 ms of work. Answers false when there was nothing to do. Rejects when the log cannot be read; what
   * is wrong with a store is said, tried again later, and no reason for the others to wait.
   */
  async step(): Promise<boolean> {
    if (this.#unusable.size > 0 || this.#needsPlan) await this.#planWhenDue()
    const hasMoved = await this.#runner.step()
    if (!hasMoved) return this.#unusable.size > 0
    this.#head = await this.#options.log.head()
    for (const open of this.#stores)
      if (this.#hasCaughtUp(open)) await this.#trying(open.name, () => open.builder.answer())
    if (this.#isBuilding) await this.#handOver()
    return true
  }

  /** Gives up a store of which somebody has found that it is damaged. It is folded again. */
  giveUp(store: string, why: string): void {
    if (this.#stores.some(({ name }) => name === store)) this.#unusable.set(store, why)
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
      const building = wanted === undefined || (wanted === serving && isServing) ? undefined : wanted
      return {
        name,
        version,
        fold: fold.name,
        ...(isServing && { serving: serving.stateOf(name) }),
        ...(building && { building: { ...building.stateOf(name), goal: building.goal } }),
      }
    })
  }

  #isAnswering(store: OpenStore, projection: string): boolean {
    return store.isStopped(projection) ? store.answersStopped(projection) : this.#hasCaughtUp(store)
  }

  /** Stores what was taken in, and lets go of the stores. */
  async close(): Promise<void> {
    await this.#runner.commit()
    await this.#letGo()
  }

  async #letGo(): Promise<void> {
    for (const { store } of this.#stores) await store.close()
    this.#stores = []
  }

  get #isBuilding(): boolean {
    return this.#plan.places.values().some(({ serving, wanted }) => serving !== wanted)
  }

  #hasCaughtUp(store: OpenStore): boolean {
    return store.hasCaughtUp(this.#head, this.#pace.live.events)
  }

  async #openExisting(name: string): Promise<void> {
    const { stores, projections } = this.#options
    const said = readStoreName(name)
    const fold = projections.find(each => each.fold.name === said?.fold)?.fold
    if (fold === undefined) return // another one looks after it
    const store = await stores.open(name, aboutOf(fold))
    if (store instanceof UnusableView) await this.#discard(name, store.message)
    else await closedOnFailure(store, () => this.#openUsable(name, store, fold))
  }

  async #openUsable(name: string, store: ViewStore, fold: Fold): Promise<void> {
    const why = await whyOfAnotherLog(store, { head: this.#head, hashes: this.#hashes })
    if (why !== undefined) {
      await store.close()
      await this.#discard(name, why)
      return
    }
    await this.#leaveBehindOtherVersions(store)
    await this.#take(name, store, fold)
  }

  async #leaveBehindOtherVersions(store: ViewStore): Promise<void> {
    const { projections: served } = await store.describe()
    const now = servedByThisVersion(served, this.#options.projections, await store.checkpoint())
    if (now.some((each, index) => each !== served[index])) await store.serve(now)
  }

  async #take(name: string, store: ViewStore, fold: Fold): Promise<void> {
    const { projections, cachedDocumentsMax = cachedDocumentsMaxUsual } = this.#options
    const builder = await ViewBuilder.open({
      store,
      fold,
      projections: projections.filter(each => each.fold === fold),
      omissions: omissionsOf(this.#decisions),
      cachedDocumentsMax,
      hashAt: position => this.#hashes.at(position),
      onStopped: (projection, stopped) => this.#say({ kind: 'stopped', store: name, projection, stopped }),
    })
    const open = new OpenStore(name, store, builder, this.#head)
    this.#stores = [...this.#stores, open]
    this.#lastBuild = Math.max(this.#lastBuild, open.build)
    this.#runner.add(builder)
  }

  /** Begins what is missing, and lets go of what is neither read nor wanted. */
  async #replan(): Promise<void> {
    const { projections } = this.#options
    const { missing } = plan(projections, this.#stores, this.#decisions)
    for (const { fold, projections: missed } of missing) await this.#begin(fold, missed)
    this.#plan = plan(projections, this.#stores, this.#decisions)
    for (const open of this.#stores) await this.#leaveWhatIsElsewhere(open)
    this.#needsPlan = false
  }

  async #begin(fold: Fold, projections: readonly Projection[]): Promise<void> {
    const { stores } = this.#options
    const name = storeName({ fold: fold.name, build: ++this.#lastBuild, decisions: this.#decisions.length })
    try {
      const store = await stores.open(name, aboutOf(fold))
      if (store instanceof UnusableView) throw store // a store that was not there can be used, or nothing can
      await closedOnFailure(store, async () => {
        await store.serve(projections.map(({ name, version }) => ({ name, version })))
        await this.#take(name, store, fold)
      })
    } catch (failure) {
      await stores.remove(name) // the next try has another name: nobody would clear this one away
      throw failure
    }
    this.#say({ kind: 'building', store: name, projections: projections.map(each => each.name) })
  }

  async #leaveWhatIsElsewhere(open: OpenStore): Promise<void> {
    const elsewhere = open.served.map(({ name }) => name).filter(name => !this.#isPlaced(name, open))
    if (elsewhere.length === open.served.length) await this.#close(open)
    else if (elsewhere.length > 0) await open.builder.leave(new Set(elsewhere))
  }

  #isPlaced(projection: string, store: OpenStore): boolean {
    const place = this.#plan.places.get(projection)
    return place?.serving === store || place?.wanted === store
  }

  async #close(open: OpenStore): Promise<void> {
    this.#runner.remove(open.builder)
    this.#stores = this.#stores.filter(each => each !== open)
    await open.store.close()
    await this.#options.stores.remove(open.name)
  }

  async #discard(name: string, why: string): Promise<void> {
    await this.#options.stores.remove(name)
    this.#say({ kind: 'unusable', store: name, why })
  }

  /** Lets those take over that have caught up with the store that answers. */
  async #handOver(): Promise<void> {
    for (const [projection, { serving, wanted }] of this.#plan.places) {
      if (wanted === undefined || serving === undefined || wanted === serving) continue
      const isThere = wanted.builder.checkpoint >= serving.builder.checkpoint || serving.builder.isHalted
      if (!isThere || !this.#hasCaughtUp(wanted) || wanted.isStopped(projection)) continue
      await this.#trying(serving.name, () => serving.builder.leave(new Set([projection])))
      this.#needsPlan = true
      this.#say({ kind: 'took-over', store: wanted.name, projection })
    }
    if (this.#needsPlan) await this.#planWhenDue()
  }

  #note(builder: ViewBuilder, failure: unknown): void {
    const store = this.#stores.find(each => each.builder === builder)?.name ?? builder.fold.name
    if (failure instanceof UnusableView) this.#unusable.set(store, failure.message)
    else this.#say({ kind: 'failed', store, failure })
  }

  /** Replaces what is of no use, begins what is missing: again after a while when that fails. */
  async #planWhenDue(): Promise<void> {
    const nowMs = this.#monotonicMs()
    if (nowMs < this.#planAgainAtMs) return
    this.#planAgainAtMs = nowMs + this.#pace.retryAfterMs
    const isDone = await this.#trying('a store', async () => {
      for (const [name, why] of [...this.#unusable]) {
        this.#unusable.delete(name)
        this.#needsPlan = true
        const open = this.#stores.find(each => each.name === name)
        if (open === undefined) continue
        await this.#close(open)
        this.#say({ kind: 'unusable', store: name, why })
      }
      if (this.#needsPlan) await this.#replan()
    })
    if (isDone) this.#planAgainAtMs = Number.NEGATIVE_INFINITY
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

function aboutOf({ name, version }: Fold): ViewDescription['fold'] {
  return { name, version }
}
