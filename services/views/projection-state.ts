import type { Position } from '@athar/events/envelope.ts'
import type { StoppedProjection } from '@athar/infra/view-store/port.ts'

/** How a projection is, for those who read it and those who look after it. */
export interface ProjectionState {
  readonly name: string
  readonly version: number
  readonly fold: string
  /** The store that answers; absent while the first one is being built. */
  readonly serving?: ServingStore
  /** The store that is being built and will answer. */
  readonly building?: BuildingStore
}

export interface ServingStore {
  readonly store: string
  /** Up to where it has folded the log, of this projection. */
  readonly position: Position
  readonly stopped?: StoppedProjection
}

export interface BuildingStore extends ServingStore {
  /** Up to where it has to come at least before it takes over. */
  readonly goal: Position
  /** It was whole once, and has only to take in what came since. */
  readonly hasAnswered: boolean
}

/** What happens to stores, for the log of the process. */
export type ViewsNews =
  | { readonly kind: 'unusable'; readonly store: string; readonly why: string }
  | { readonly kind: 'building'; readonly store: string; readonly projections: readonly string[] }
  | { readonly kind: 'took-over'; readonly store: string; readonly projection: string }
  | {
      readonly kind: 'stopped'
      readonly store: string
      readonly projection: string
      readonly stopped: StoppedProjection
    }
  | { readonly kind: 'failed'; readonly store: string; readonly failure: unknown }
