import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { ViewStores } from '@athar/infra/view-store/port.ts'
import type { Projection } from '@athar/projections/projection.ts'
import type { Decision } from './decisions.ts'
import type { Pace } from './pace.ts'
import type { ViewsNews } from './projection-state.ts'

/** What the views of a log are opened with. */
export interface ViewsOptions {
  readonly log: EventLogReader
  readonly stores: ViewStores
  /** All that the program has. Their names are unique. */
  readonly projections: readonly Projection[]
  readonly decisions?: readonly Decision[]
  readonly pace?: Pace
  readonly monotonicMs?: () => number
  /** Documents of each store to keep in memory, some 4 kB each. */
  readonly cachedDocumentsMax?: number
  /** False while views may not grow: they answer as they are. */
  readonly mayGrow?: () => boolean
  readonly onNews?: (news: ViewsNews) => void
  /** Told how many events were taken in. */
  readonly onRead?: (events: number) => void
}
