import type { Position } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'

/** A recorded event as folds see it: read once for all of them, its payload brought to the newest version. */
export interface FoldedEvent<Type extends string = string, Data = unknown> {
  readonly position: Position
  readonly family: Family
  readonly stream: string
  readonly revision: number
  readonly recordedAt: string
  readonly recordedBy: string
  readonly id: string
  readonly type: Type
  readonly subject: string
  /** When it happened, as the sender wrote it, and in milliseconds. */
  readonly time: string
  readonly timeMs: number
  readonly data: Data
}

/** Documents that were loaded for an event. `undefined`: there is none of that key yet. */
export interface LoadedDocuments {
  get(key: string): unknown
}

/** The same, to be changed: a document that `get` gave may be changed in place when `set` is called for it afterwards. */
export interface Documents extends LoadedDocuments {
  set(key: string, document: object): void
  /**
   * Adds a document, as JSON, under a key of which there is none and never was. It need not be named: a register adds its
   * next line, whose number nobody knows while a batch is fetched. The fold does not look at it again, and projections are
   * not asked what follows from it.
   */
  add(key: string, json: string): void
}

/**
 * Documents folded from the log. Several projections may share a fold: a movement is kept once, and what each of them
 * makes of it is derived. The same events give the same documents; where the order of arrival must not matter, as it
 * must not except in registers, the fold sees to that.
 */
export interface Fold {
  readonly name: string
  /** Counts up when the same events give other documents. */
  readonly version: number
  /** Events of other families are not shown to it. */
  readonly families: readonly Family[]
  /**
   * The keys of the documents that an event may touch, as far as the documents loaded so far tell: it is asked again with
   * what it named until it names nothing new. A whole batch is fetched in one go.
   */
  reads(event: FoldedEvent, loaded: LoadedDocuments): readonly string[]
  /** Takes an event in. Looks only at what `reads` named. What it throws stops everything on this fold. */
  apply(event: FoldedEvent, documents: Documents): void
}

/** An entry of an ordered index: within an index by `sort` (compared as text, code unit by code unit), then by key. */
export interface IndexEntry {
  readonly index: string
  readonly sort: string
}

/** A movement of an account: what entered it (positive) or left it at a time. The position is that of the event. */
export interface Posting {
  readonly account: string
  /** Grams, or what else the account counts; a whole number. */
  readonly amount: number
  readonly atMs: number
}

/** A part of a sum that has no history. */
export interface Tally {
  readonly tally: string
  readonly amount: number
}

/**
 * What follows from the documents of a fold. All three are pure functions of one document: the runner stores the
 * difference between what followed before and what follows now, so late and corrected events need no special case.
 * Names of indexes and tallies begin with the name of the projection and a colon.
 */
export interface Projection {
  readonly name: string
  /** Counts up when the same documents give something else. */
  readonly version: number
  /**
   * The oldest version whose entries, accounts and sums mean the same as those of this one, so that they may be read until
   * this version is built. Absent: none is, and until then reads are told to wait.
   */
  readonly readableFrom?: number
  readonly fold: Fold
  /** Where the document is found. Asked when documents are stored. */
  indexes?(key: string, document: unknown): readonly IndexEntry[]
  /** What it moves between accounts. Asked after each event: a balance answers as it was known at any position. */
  postings?(key: string, document: unknown): readonly Posting[]
  /** What it adds to sums. Asked when documents are stored. */
  tallies?(key: string, document: unknown): readonly Tally[]
}
