import type { IndexPlace } from '@athar/infra/view-store/port.ts'

export interface PageWanted {
  /** The most items. */
  readonly limit: number
  /** Goes on after this place: what an earlier page gave as `next`. From the start when there is none. */
  readonly after?: IndexPlace
}

/** Items in their order. It may be short, or empty, and have a `next` all the same: a walk through an index has a budget. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where to go on; absent when there is no more. */
  readonly next?: IndexPlace
}
