import type { Position } from '@athar/events/envelope.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { ViewStore } from '@athar/infra/view-store/port.ts'
import type { Fold, Projection } from '@athar/projections/projection.ts'
import { logSlices } from './log-slices.ts'
import type { Omissions } from './omissions.ts'
import { cachedDocumentsMaxUsual, usualPace } from './pace.ts'
import { ViewBuilder } from './view-builder.ts'

export interface FoldAnewOptions {
  readonly log: EventLogReader
  /** An empty one, of this fold. */
  readonly store: ViewStore
  readonly fold: Fold
  readonly projections: readonly Projection[]
  readonly omissions: Omissions
  readonly upTo: Position
  /** Told how many events were read since the last time. */
  readonly advance: (events: number) => void
}

/** Folds the log from nothing into a store, up to a position, or to where the fold stops. Rejects as log and store do. */
export async function foldAnew({ log, store, fold, projections, omissions, upTo, advance }: FoldAnewOptions) {
  await store.serve(projections.map(({ name, version }) => ({ name, version })))
  const builder = await ViewBuilder.open({
    store,
    fold,
    projections,
    omissions,
    cachedDocumentsMax: cachedDocumentsMaxUsual,
  })
  const wanted = new Set(fold.families)
  while (builder.checkpoint < upTo && !builder.isHalted) {
    const after = builder.position
    for await (const slice of logSlices(log, { after, upTo, wanted, events: usualPace.batchEvents })) {
      const before = builder.position
      await builder.take(slice.events, slice.upTo)
      if (!builder.hasRoom(usualPace.farBehind)) await builder.commit()
      if (builder.position !== slice.upTo) break // it has gone back, and comes again from there
      advance(builder.position - before)
    }
    await builder.commit()
  }
}
