import type { Position } from '@athar/events/envelope.ts'
import { limits } from '@athar/events/limits.ts'
import { type ReadableView, UnusableView, type ViewReader, type ViewStores } from '@athar/infra/view-store/port.ts'
import { ViewBehind, type ViewSource, ViewUnavailable } from '@athar/query/view-source.ts'
import type { ProjectionState } from '@athar/views/projection-state.ts'

interface Waiting {
  readonly projection: string
  readonly position: Position
  readonly resolve: () => void
}

/** Reads views beside the thread that moves them on, from whichever store answers for a projection at the moment. */
export class ViewReadings implements ViewSource {
  readonly #stores: Pick<ViewStores, 'openForReading'>
  readonly #onUnusable: (store: string, why: string) => void
  readonly #waitMaxMs: number
  #states: ReadonlyMap<string, ProjectionState> = new Map()
  /** Stores being read, by name. */
  readonly #open = new Map<string, Promise<ReadableView | UnusableView>>()
  readonly #waiting = new Set<Waiting>()

  /** `onUnusable` is told of a store that turns out to be damaged. */
  constructor(
    stores: Pick<ViewStores, 'openForReading'>,
    onUnusable: (store: string, why: string) => void,
    waitMaxMs: number = limits.viewWaitMaxMs,
  ) {
    this.#stores = stores
    this.#onUnusable = onUnusable
    this.#waitMaxMs = waitMaxMs
  }

  get states(): readonly ProjectionState[] {
    return [...this.#states.values()]
  }

  /** Takes in how the projections are now: lets those go on who waited for it, and lets go of stores that answer no more. */
  take(states: readonly ProjectionState[]): void {
    this.#states = new Map(states.map(state => [state.name, state]))
    for (const { projection, position, resolve } of this.#waiting)
      if (this.#isServed(projection) && this.#isAt(projection, position)) resolve()
    const serving = new Set(states.map(state => state.serving?.store))
    for (const [store, opening] of this.#open) {
      if (serving.has(store)) continue
      this.#open.delete(store)
      void closeWhenOpen(opening)
    }
  }

  async read<Answer>(
    projection: string,
    work: (view: ViewReader, position: Position) => Promise<Answer>,
  ): Promise<Answer> {
    const serving = this.#states.get(projection)?.serving
    if (serving === undefined) throw new ViewUnavailable(projection)
    const { store, stopped } = serving
    const view = await this.#reading(store)
    if (view instanceof UnusableView) throw this.#unavailable(projection, store, view)
    try {
      return await view.snapshot(async reader => {
        const checkpoint = await reader.checkpoint()
        return work(reader, stopped === undefined ? checkpoint : Math.min(checkpoint, stopped.position))
      })
    } catch (error) {
      throw error instanceof UnusableView ? this.#unavailable(projection, store, error) : error
    }
  }

  async reached(projection: string, position: Position): Promise<void> {
    if (this.#isAt(projection, position) && this.#isServed(projection)) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const waiting = { projection, position, resolve }
    this.#waiting.add(waiting)
    const timer = setTimeout(resolve, this.#waitMaxMs)
    await promise
    clearTimeout(timer)
    this.#waiting.delete(waiting)
    if (!this.#isServed(projection)) throw new ViewUnavailable(projection)
    if (!this.#isAt(projection, position)) throw new ViewBehind(projection, position, this.#positionOf(projection))
  }

  async close(): Promise<void> {
    for (const { resolve } of this.#waiting) resolve()
    await Promise.all([...this.#open.values()].map(closeWhenOpen))
    this.#open.clear()
  }

  /** A view that is folded for the first time is not read before it is whole. */
  #isServed(projection: string): boolean {
    return this.#states.get(projection)?.serving !== undefined
  }

  #isAt(projection: string, position: Position): boolean {
    return this.#positionOf(projection) >= position
  }

  #positionOf(projection: string): Position {
    return this.#states.get(projection)?.serving?.position ?? 0
  }

  #reading(store: string): Promise<ReadableView | UnusableView> {
    const known = this.#open.get(store)
    if (known !== undefined) return known
    const opening = this.#stores.openForReading(store)
    this.#open.set(store, opening)
    opening.catch(() => this.#open.delete(store))
    return opening
  }

  #unavailable(projection: string, store: string, cause: UnusableView): ViewUnavailable {
    const opening = this.#open.get(store)
    this.#open.delete(store)
    if (opening !== undefined) void closeWhenOpen(opening)
    if (cause.reason !== 'missing') this.#onUnusable(store, cause.message)
    return new ViewUnavailable(projection, { cause })
  }
}

async function closeWhenOpen(opening: Promise<ReadableView | UnusableView>): Promise<void> {
  const view = await opening.catch(() => undefined)
  if (view !== undefined && !(view instanceof UnusableView)) await view.close()
}
