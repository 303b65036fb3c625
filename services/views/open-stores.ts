import type { Position } from '@athar/events/envelope.ts'
import { UnusableView, type ViewDescription, type ViewStore } from '@athar/infra/view-store/port.ts'
import type { Fold, Projection } from '@athar/projections/projection.ts'
import { whyOfAnotherLog } from './another-log.ts'
import { closedOnFailure } from './closed-on-failure.ts'
import { type Decision, omissionsOf } from './decisions.ts'
import type { EventHashes } from './event-hashes.ts'
import { OpenStore } from './open-store.ts'
import { cachedDocumentsMaxUsual } from './pace.ts'
import { servedByThisVersion } from './plan.ts'
import type { ViewsNews } from './projection-state.ts'
import { readStoreName, storeName } from './store-name.ts'
import { ViewBuilder } from './view-builder.ts'
import type { ViewRunner } from './view-runner.ts'
import type { ViewsOptions } from './views-options.ts'

export interface OpenStoresOptions extends Pick<ViewsOptions, 'stores' | 'projections' | 'cachedDocumentsMax'> {
  readonly hashes: EventHashes
  /** Moves on what is open. */
  readonly runner: ViewRunner
  readonly say: (news: ViewsNews) => void
}

/** What a store is opened for: the log up to here, and what people have decided. */
export interface AsOf {
  readonly head: Position
  readonly decisions: readonly Decision[]
}

/** The stores that are moved on: opens them, begins new ones, and lets go of them. */
export class OpenStores {
  readonly #options: OpenStoresOptions
  #all: readonly OpenStore[] = []
  /** No number is given twice: who still reads a store that is gone must not take another one for it. */
  #lastBuild = 0

  constructor(options: OpenStoresOptions) {
    this.#options = options
  }

  get all(): readonly OpenStore[] {
    return this.#all
  }

  named(name: string): OpenStore | undefined {
    return this.#all.find(each => each.name === name)
  }

  /** Opens what was kept. What is of no use, or of another log, is removed: it is to be begun anew. */
  async openExisting(asOf: AsOf): Promise<void> {
    for (const name of await this.#options.stores.names()) await this.#open(name, asOf)
  }

  /** Begins a store for some of the projections on a fold. */
  async begin(fold: Fold, projections: readonly Projection[], asOf: AsOf): Promise<void> {
    const { stores, say } = this.#options
    const name = storeName({ fold: fold.name, build: ++this.#lastBuild, decisions: asOf.decisions.length })
    try {
      const store = await stores.open(name, aboutOf(fold))
      if (store instanceof UnusableView) throw store // a store that was not there can be used, or nothing can
      await closedOnFailure(store, async () => {
        await store.serve(projections.map(({ name, version }) => ({ name, version })))
        await this.#take(name, store, fold, asOf)
      })
    } catch (failure) {
      await stores.remove(name) // the next try has another name: nobody would clear this one away
      throw failure
    }
    say({ kind: 'building', store: name, projections: projections.map(each => each.name) })
  }

  /** Closes a store that is needed no more, and removes what it kept. */
  async remove(open: OpenStore): Promise<void> {
    this.#options.runner.remove(open.builder)
    this.#all = this.#all.filter(each => each !== open)
    await open.store.close()
    await this.#options.stores.remove(open.name)
  }

  /** Closes all stores; what they keep stays. */
  async close(): Promise<void> {
    for (const { store } of this.#all) await store.close()
    this.#all = []
  }

  async #open(name: string, asOf: AsOf): Promise<void> {
    const { stores, projections } = this.#options
    const said = readStoreName(name)
    const fold = projections.find(each => each.fold.name === said?.fold)?.fold
    if (fold === undefined) return // another one looks after it
    const store = await stores.open(name, aboutOf(fold))
    if (store instanceof UnusableView) await this.#discard(name, store.message)
    else await closedOnFailure(store, () => this.#openUsable(name, store, fold, asOf))
  }

  async #openUsable(name: string, store: ViewStore, fold: Fold, asOf: AsOf): Promise<void> {
    const why = await whyOfAnotherLog(store, { head: asOf.head, hashes: this.#options.hashes })
    if (why !== undefined) {
      await store.close()
      await this.#discard(name, why)
      return
    }
    await this.#leaveBehindOtherVersions(store)
    await this.#take(name, store, fold, asOf)
  }

  async #leaveBehindOtherVersions(store: ViewStore): Promise<void> {
    const { projections: served } = await store.describe()
    const now = servedByThisVersion(served, this.#options.projections, await store.checkpoint())
    if (now.some((each, index) => each !== served[index])) await store.serve(now)
  }

  async #take(name: string, store: ViewStore, fold: Fold, { head, decisions }: AsOf): Promise<void> {
    const { projections, cachedDocumentsMax = cachedDocumentsMaxUsual, hashes, runner, say } = this.#options
    const builder = await ViewBuilder.open({
      store,
      fold,
      projections: projections.filter(each => each.fold === fold),
      omissions: omissionsOf(decisions),
      cachedDocumentsMax,
      hashAt: position => hashes.at(position),
      onStopped: (projection, stopped) => say({ kind: 'stopped', store: name, projection, stopped }),
    })
    const open = new OpenStore(name, store, builder, head)
    this.#all = [...this.#all, open]
    this.#lastBuild = Math.max(this.#lastBuild, open.build)
    runner.add(builder)
  }

  async #discard(name: string, why: string): Promise<void> {
    await this.#options.stores.remove(name)
    this.#options.say({ kind: 'unusable', store: name, why })
  }
}

function aboutOf({ name, version }: Fold): ViewDescription['fold'] {
  return { name, version }
}
