import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import type { ViewStore } from '@athar/infra/view-store/port.ts'
import type { Projection } from '@athar/projections/projection.ts'
import type { Decision } from '../decisions.ts'
import { type Pace, usualPace } from '../pace.ts'
import type { ProjectionState, ViewsNews } from '../projection-state.ts'
import { Views } from '../views.ts'
import { contentsOf } from './contents.ts'
import type { RecordedLog } from './recorded-log.ts'

/** A few events at a time, so that a small log is a long one. */
const smallPace: Pace = {
  ...usualPace,
  live: { events: 2, documents: 100 },
  farBehind: { events: 5, documents: 100 },
  batchEvents: 2,
  retryAfterMs: 0,
}

/** Views over stores in memory, which outlive being closed: a program that is started again, mended or in a new version. */
export class ViewsUnderTest {
  readonly stores: MemoryViewStores
  readonly recorded: RecordedLog
  readonly news: ViewsNews[] = []
  decisions: readonly Decision[] = []
  mayGrow = true
  #views: Views | undefined

  constructor(recorded: RecordedLog, stores = new MemoryViewStores()) {
    this.recorded = recorded
    this.stores = stores
  }

  async start(
    projections: readonly Projection[],
    pace: Partial<Pace> = {},
    onRead: (events: number) => void = () => undefined,
  ): Promise<Views> {
    await this.#views?.close()
    this.#views = await Views.open({
      log: this.recorded.log,
      stores: this.stores,
      projections,
      decisions: this.decisions,
      pace: { ...smallPace, ...pace },
      cachedDocumentsMax: 3,
      mayGrow: () => this.mayGrow,
      onNews: news => this.news.push(news),
      onRead,
    })
    return this.#views
  }

  get views(): Views {
    if (this.#views === undefined) throw new Error('the views are not started')
    return this.#views
  }

  /** A person decides. */
  async decide(decision: DistributedOmit<Decision, 'number' | 'at' | 'by'>): Promise<void> {
    const number = this.decisions.length + 1
    // What was left out of each kind of decision is put back.
    this.decisions = [
      ...this.decisions,
      { ...decision, number, at: '2026-11-23T08:00:00.000Z', by: 'tests' } as Decision,
    ]
    await this.views.decide(this.decisions)
  }

  stateOf(projection: string): ProjectionState {
    const state = this.views.states().find(({ name }) => name === projection)
    if (state === undefined) throw new Error(`there is no ${projection}`)
    return state
  }

  /** What is in the store that answers for a projection. */
  async contents(projection: string): Promise<readonly string[]> {
    const { serving } = this.stateOf(projection)
    const view = serving && (await this.stores.openForReading(serving.store))
    if (view === undefined || view instanceof Error) throw new Error(`nothing answers for ${projection}`)
    return contentsOf(view as ViewStore) // the stores in memory are both
  }
}

type DistributedOmit<Type, Name extends PropertyKey> = Type extends unknown ? Omit<Type, Name> : never

/** What views have that were never stopped, closed or built beside others. */
export async function freshContents(
  recorded: RecordedLog,
  projections: readonly Projection[],
  decisions: readonly Decision[] = [],
): Promise<readonly string[]> {
  const fresh = new ViewsUnderTest(recorded)
  fresh.decisions = decisions
  const views = await fresh.start(projections)
  await views.catchUp()
  return fresh.contents(projections[0]?.name ?? '')
}
