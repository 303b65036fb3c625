import type { Position } from '@athar/events/envelope.ts'
import type { Values } from '@athar/events/language.ts'
import { timeKey } from '../sort-keys.ts'
import type { AlertKind } from './alert-kinds.ts'

/** An alert that follows from one document alone. Of one kind there is at most one about one event. */
export interface DocumentAlert {
  readonly kind: AlertKind
  /** The event it is about. */
  readonly event: string
  /** When that happened; of a deadline, when it has run out: before that it is no alert yet. */
  readonly sinceMs: number
  /** Where it is to be put right, as far as that is known. */
  readonly site: string | undefined
  /** What its words are made of; one for each case in which several things are wrong in one way. */
  readonly cases: readonly Values[]
  /** The events that prove it. */
  readonly positions: readonly Position[]
  /** The version of the legal parameters it was judged by. */
  readonly rules: string
}

/** What tells an alert from all others of its document. */
export type AlertName = Pick<DocumentAlert, 'kind' | 'event'>

/** Where an alert stands in every index it is in: by `since`, then by site, which lists can see without its document. */
export function sortOf({ kind, event, sinceMs, site = '' }: DocumentAlert): string {
  return `${timeKey(sinceMs)}/${site}/${event}/${kind}`
}

/** The site in a sort; `undefined` when it is not known. No reference holds a slash. */
export function siteInSort(sort: string): string | undefined {
  const start = sort.indexOf('/') + 1
  return sort.slice(start, sort.indexOf('/', start)) || undefined
}

/** The alert that a sort names. No kind holds a slash. */
export function alertInSort(sort: string): AlertName {
  const start = sort.indexOf('/', sort.indexOf('/') + 1) + 1
  const end = sort.lastIndexOf('/')
  return { event: sort.slice(start, end), kind: sort.slice(end + 1) as AlertKind } // `sortOf` wrote it
}
