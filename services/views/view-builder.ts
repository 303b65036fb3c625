import type { Position } from '@athar/events/envelope.ts'
import type { ServedProjection, StoppedProjection, ViewStore } from '@athar/infra/view-store/port.ts'
import type { Fold, FoldedEvent, Projection } from '@athar/projections/projection.ts'
import { Deriving } from './deriving.ts'
import { FoldWindow } from './fold-window.ts'
import { nothingOmitted, type Omissions } from './omissions.ts'
import { DerivePoison, FoldPoison, isPoison, type Poison } from './poison.ts'

/** How much is kept in memory before it is stored. */
export interface WindowLimits {
  readonly events: number
  readonly documents: number
}

/**
 * Windows of the log after which the place is stored although few of the events were of this fold: else it would seem to
 * stand still, and begin again where it was after a crash.
 */
const windowsWithoutCommitMax = 5

export interface ViewBuilderOptions {
  readonly store: ViewStore
  readonly fold: Fold
  /** Those of the program. What the store serves of them is built; what it has stopped is not. */
  readonly projections: readonly Projection[]
  readonly omissions?: Omissions
  readonly cachedDocumentsMax: number
  /** The hash of the event at a position, to be kept in the store. Absent for one that is looked at only here. */
  readonly hashAt?: (position: Position) => Promise<string | undefined>
  readonly onStopped?: (projection: string, stopped: StoppedProjection) => void
}

/**
 * Moves one store on. What cannot be taken in stops the projection that threw, or all when the fold threw: the store then
 * says which, where and why, with everything of it as it was before that event. The others go on.
 */
export class ViewBuilder {
  readonly fold: Fold
  readonly #store: ViewStore
  readonly #projections: readonly Projection[]
  readonly #omissions: Omissions
  readonly #cachedDocumentsMax: number
  readonly #hashAt: ViewBuilderOptions['hashAt']
  readonly #onStopped: ViewBuilderOptions['onStopped']
  #served: readonly ServedProjection[]
  #window: FoldWindow
  #checkpoint: Position
  #position: Position
  /** Events taken in since the last commit. */
  #events = 0
  /** What is met again soon, and where: everything before it is stored first. */
  #poison: { readonly at: Position; readonly poison: Poison } | undefined
  /** Up to here each event is looked at alone, because one of them is poison and it is not known which. */
  #carefulUpTo: Position = 0

  /** Takes a store up where it stands. */
  static async open(options: ViewBuilderOptions): Promise<ViewBuilder> {
    const { projections } = await options.store.describe()
    return new ViewBuilder(options, projections, await options.store.checkpoint())
  }

  private constructor(
    { store, fold, projections, omissions = nothingOmitted, cachedDocumentsMax, hashAt, onStopped }: ViewBuilderOptions,
    served: readonly ServedProjection[],
    checkpoint: Position,
  ) {
    this.fold = fold
    this.#store = store
    this.#projections = projections
    this.#omissions = omissions
    this.#cachedDocumentsMax = cachedDocumentsMax
    this.#hashAt = hashAt
    this.#onStopped = onStopped
    this.#served = served
    this.#checkpoint = checkpoint
    this.#position = checkpoint
    this.#window = this.#newWindow()
  }

  /** Up to where the log is folded in, in memory. It goes back to the checkpoint when something could not be taken in. */
  get position(): Position {
    return this.#position
  }

  /** Up to where it is stored. */
  get checkpoint(): Position {
    return this.#checkpoint
  }

  get served(): readonly ServedProjection[] {
    return this.#served
  }

  /** Nothing more is taken in: everything on it has stopped. */
  get isHalted(): boolean {
    return this.#served.every(({ stopped }) => stopped !== undefined)
  }

  hasRoom({ events, documents }: WindowLimits): boolean {
    return (
      this.#events < events &&
      this.#position - this.#checkpoint < events * windowsWithoutCommitMax &&
      this.#window.unstored < documents &&
      this.#window.held < documents + this.#cachedDocumentsMax
    )
  }

  /** Takes in the events of the log after `position`, in order, up to `upTo`; those of other families may be left out. */
  async take(events: readonly FoldedEvent[], upTo: Position): Promise<void> {
    if (this.isHalted) return
    const { at = Number.POSITIVE_INFINITY } = this.#poison ?? {}
    if (at > upTo) return this.#fold(events, upTo)
    await this.#fold(
      events.filter(({ position }) => position < at),
      at - 1,
    )
    await this.commit()
    if (this.#checkpoint !== at - 1) return // another one was in front of it
    await this.#stop()
    await this.take(
      events.filter(({ position }) => position >= at),
      upTo,
    )
  }

  /** Stores what was taken in. Rejects as the store does; what was not stored is then taken in again from the checkpoint. */
  async commit(): Promise<void> {
    if (this.#position === this.#checkpoint) return
    const hash = await this.#hashAt?.(this.#position)
    try {
      const changes = this.#window.changes()
      await this.#store.commit(changes, { from: this.#checkpoint, to: this.#position, ...(hash && { hash }) })
    } catch (failure) {
      this.#goBack(failure)
      return
    }
    this.#window.clean()
    this.#checkpoint = this.#position
    this.#events = 0
  }

  /** Leaves projections to other stores. */
  async leave(names: ReadonlySet<string>): Promise<void> {
    await this.commit()
    await this.#serve(this.#served.filter(({ name }) => !names.has(name)))
  }

  /** What goes on here has come to where the log ends: from now on it answers, whatever happens to it. */
  async answer(): Promise<void> {
    const isNew = ({ answers, stopped }: ServedProjection) => answers === undefined && stopped === undefined
    if (!this.#served.some(isNew)) return
    await this.commit()
    await this.#serve(this.#served.map(each => (isNew(each) ? { ...each, answers: true } : each)))
  }

  async #fold(events: readonly FoldedEvent[], upTo: Position): Promise<void> {
    const omitted = this.#omissions.events.get(this.fold.name)
    const shown = events.filter(
      ({ position, family }) =>
        position > this.#position && this.fold.families.includes(family) && omitted?.has(position) !== true,
    )
    const before = this.#position
    this.#position = upTo
    this.#events += shown.length
    try {
      await this.#window.take(shown, before < this.#carefulUpTo)
    } catch (failure) {
      this.#goBack(failure)
    }
  }

  /** What threw has left documents half changed: everything since the checkpoint is taken in again. */
  #goBack(failure: unknown): void {
    const reached = this.#position
    this.#window.drop()
    this.#position = this.#checkpoint
    this.#events = 0
    const cannotBeStored = failure instanceof RangeError // what the store says of what it is given
    if (!isPoison(failure) && !cannotBeStored) throw failure
    if (isPoison(failure) && failure.at !== undefined) this.#poison = { at: failure.at, poison: failure }
    else if (this.#carefulUpTo < reached) this.#carefulUpTo = reached
    else this.#poison = { at: reached, poison: isPoison(failure) ? failure : new FoldPoison(reached, failure) }
  }

  async #stop(): Promise<void> {
    if (this.#poison === undefined) return
    const { at, poison } = this.#poison
    this.#poison = undefined
    const isOfOne = poison instanceof DerivePoison
    const stopped: StoppedProjection = {
      position: this.#checkpoint,
      at,
      ...(isOfOne && { key: poison.key }),
      reason: poison.message,
    }
    const isStopping = (each: ServedProjection) =>
      each.stopped === undefined && (!isOfOne || each.name === poison.projection)
    const stopping = this.#served.filter(isStopping)
    await this.#serve(this.#served.map(each => (isStopping(each) ? { ...each, stopped } : each)))
    for (const { name } of stopping) this.#onStopped?.(name, stopped)
  }

  async #serve(served: readonly ServedProjection[]): Promise<void> {
    await this.#store.serve(served)
    this.#served = served
    this.#window = this.#newWindow()
  }

  #newWindow(): FoldWindow {
    const going = this.#served.filter(({ stopped }) => stopped === undefined).map(({ name }) => name)
    return new FoldWindow({
      fold: this.fold,
      deriving: new Deriving(
        this.#projections.filter(({ name }) => going.includes(name)),
        this.#omissions,
      ),
      store: this.#store,
      cachedDocumentsMax: this.#cachedDocumentsMax,
    })
  }
}
