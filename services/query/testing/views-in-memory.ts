import type { Position, SubmittedEvent } from '@athar/events/envelope.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import type { FoldedEvent, Projection } from '@athar/projections/projection.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { FoldedInMemory } from '@athar/projections/testing/fold-in-memory.ts'
import { ViewBehind, type ViewSource, ViewUnavailable } from '../view-source.ts'
import { folded } from './folded-view.ts'

/** Views for tests of reads: folded in memory, event by event, and at once where the log is. */
export class ViewsInMemory implements ViewSource {
  readonly #views: ReadonlyMap<string, FoldedInMemory>
  #open = 0

  /** Views of these projections, each fold with all of its own. */
  constructor(projections: readonly Projection[]) {
    const byFold = [...Map.groupBy(projections, ({ fold }) => fold).values()]
    this.#views = new Map(
      byFold.flatMap(sharing => {
        const views = new FoldedInMemory(sharing)
        return sharing.map(({ name }) => [name, views] as const)
      }),
    )
  }

  /** Views of submitted events that have arrived in this order. */
  static of(projections: readonly Projection[], events: readonly SubmittedEvent[]): ViewsInMemory {
    const views = new ViewsInMemory(projections)
    for (const event of arrived(events)) views.take(event)
    return views
  }

  /** Snapshots that are open: none, when nothing is being read. */
  get open(): number {
    return this.#open
  }

  take(event: FoldedEvent): void {
    for (const views of new Set(this.#views.values())) views.take(event)
  }

  async read<Answer>(
    projection: string,
    work: (view: ViewReader, position: Position) => Promise<Answer>,
  ): Promise<Answer> {
    const views = this.#of(projection)
    this.#open++
    try {
      return await work(folded(views), views.position)
    } finally {
      this.#open--
    }
  }

  /** Nothing moves on while somebody waits: who asks for more is told at once. */
  async reached(projection: string, position: Position): Promise<void> {
    const { position: reached } = this.#of(projection)
    if (reached < position) throw new ViewBehind(projection, position, reached)
  }

  #of(projection: string): FoldedInMemory {
    const views = this.#views.get(projection)
    if (views === undefined) throw new ViewUnavailable(projection)
    return views
  }
}
