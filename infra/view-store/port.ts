import type { Position } from '@athar/events/envelope.ts'

/**
 * Where views are kept: documents, ordered indexes, accounts with their journal, sums. A store holds the documents of one
 * fold and what its projections derive from them, and moves on from position to position with all of it at once. It can be
 * thrown away and folded again from the log.
 */
export interface ViewReader {
  /** The documents of these keys, as JSON. A key that has none is not in the answer. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Keys in the order of an index. Costs what it answers, however long the index is. */
  list(index: string, range: IndexRange): Promise<IndexPage>
  /**
   * What is in an account: all of it, or what had happened up to a time (`asOfMs`, inclusive), or as it was known at a
   * position (`knownAt`, inclusive), or both. 0 for an account that nobody has posted to. Costs the logarithm of the
   * length of its journal, squared.
   */
  balance(account: string, at?: BalanceAt): Promise<number>
  /** Accounts whose name begins with a prefix, in order of name, with what is in them now. */
  accounts(range: AccountRange): Promise<readonly AccountTotal[]>
  /** The journal of an account, in order of position: at most `limit` entries after the first `offset`. */
  journal(account: string, range: { readonly offset: number; readonly limit: number }): Promise<readonly JournalEntry[]>
  /**
   * The times at which anything was moved in an account, newest first, each once, with what was in it from then on: at most
   * `limit`, those before `beforeMs`. Costs what a balance costs, and what it answers.
   */
  moments(account: string, range: MomentRange): Promise<readonly AccountMoment[]>
  /** Of the journal of an account what happened at one time, in order of position: at most `limit`. Costs what a balance costs. */
  entriesAt(account: string, at: { readonly atMs: number; readonly limit: number }): Promise<readonly JournalEntry[]>
  /** Sums whose name begins with a prefix, in order of name; those that are 0 are left out. */
  tallies(range: NameRange): Promise<readonly TallyTotal[]>
  /** Up to where the log is folded in. */
  checkpoint(): Promise<Position>
}

/** Of an index, the entries with `from` ≤ sort < `before`, in ascending order unless said otherwise. */
export interface IndexRange {
  readonly from?: string
  readonly before?: string
  readonly descending?: boolean
  /** Goes on after this entry, in the direction of the list: what an earlier page gave as `next`. */
  readonly after?: IndexPlace
  readonly limit: number
}

export interface IndexPlace {
  readonly sort: string
  readonly key: string
}

export interface IndexPage {
  readonly entries: readonly IndexPlace[]
  /** Where to go on; absent on the last page. */
  readonly next?: IndexPlace
}

export interface BalanceAt {
  readonly asOfMs?: number
  readonly knownAt?: Position
}

/** Names that begin with a prefix, from the one after `after`. */
export interface NameRange {
  readonly prefix: string
  readonly after?: string
  readonly limit: number
}

export interface AccountRange extends NameRange {
  /** Only accounts with something in them, or only those below zero: both are found by an index of their own. */
  readonly only?: 'not-zero' | 'negative'
}

export interface AccountTotal {
  readonly account: string
  readonly total: number
}

/** A whole number of milliseconds; absent: all that is known. */
export interface MomentRange {
  readonly beforeMs?: number
  readonly limit: number
}

export interface AccountMoment {
  readonly atMs: number
  /** From here until the next moment: `balance` as of this time. */
  readonly balance: number
}

export interface TallyTotal {
  readonly tally: string
  readonly total: number
}

export interface JournalEntry {
  /** Of the event that brought it. */
  readonly position: Position
  /** When it happened, in milliseconds. */
  readonly atMs: number
  readonly amount: number
}

/** What changes when a store moves on. Every key, entry and tally occurs once. */
export interface ViewChanges {
  /** Documents as JSON, in the place of those that were there. */
  readonly documents: ReadonlyMap<string, string>
  /** One that is there already stays. */
  readonly entriesAdded: readonly PlacedEntry[]
  /** Taken out before others are added. One that is not there is no error. */
  readonly entriesRemoved: readonly PlacedEntry[]
  /** By account, in order of position: after `from` and up to `to`. Amounts and times are whole numbers. */
  readonly postings: ReadonlyMap<string, readonly JournalEntry[]>
  /** What each sum grows by. */
  readonly tallies: ReadonlyMap<string, number>
}

export interface PlacedEntry extends IndexPlace {
  readonly index: string
}

/** A projection that a store serves, and how far it got. */
export interface ServedProjection {
  readonly name: string
  readonly version: number
  /** It has come to where the log ended, once: from then on it answers, also when it stops. */
  readonly answers?: true
  /** Why it has stopped, when it has: everything of it is as it was at `position`. */
  readonly stopped?: StoppedProjection
}

export interface StoppedProjection {
  readonly position: Position
  /** The position of the event that could not be taken in. */
  readonly at: Position
  readonly key?: string
  readonly reason: string
}

/** What a store is about. It is written once with the store, but for what is served. */
export interface ViewDescription {
  readonly fold: { readonly name: string; readonly version: number }
  readonly projections: readonly ServedProjection[]
  /** The hash of the event at the checkpoint, as the last commit gave it. */
  readonly hash?: string
}

/** From where to where a commit moves a store. */
export interface Step {
  readonly from: Position
  readonly to: Position
  /** The hash of the event at `to`, in hexadecimal: it tells the log from every other one that is as long. */
  readonly hash?: string
}

/** A store as those see it who only read, in whichever thread or process they are: all that they see was committed. */
export interface ReadableView {
  describe(): Promise<ViewDescription>
  /**
   * Reads that belong together: all of them see the store at one position. Snapshots do not wait for each other nor for
   * commits, and one may be taken within another. What a snapshot sees is kept for it: it should not last for minutes.
   */
  snapshot<Answer>(read: (view: ViewReader) => Promise<Answer>): Promise<Answer>
  close(): Promise<void>
}

/**
 * A store in the hands of its one writer. Names (keys, indexes, sorts, accounts, tallies) are ordered code unit by code
 * unit, and for that they hold neither U+0000 nor characters of two code units: `commit` rejects those with a
 * `RangeError`.
 *
 * Any call may reject with `UnusableView`, when it finds that the store is damaged, and with `ViewStoreFailure`.
 */
export interface ViewStore extends ViewReader, ReadableView {
  /** Says anew what the store serves; other projections that were served are gone. */
  serve(projections: readonly ServedProjection[]): Promise<void>
  /**
   * Takes all changes in and moves on, or does nothing. Rejects with `WrongCheckpoint` when `from` is not where the store
   * is: somebody else has moved it.
   */
  commit(changes: ViewChanges, step: Step): Promise<void>
  /** Everything that is in the store, in the order of `compareContents`: for comparing two stores. */
  contents(): AsyncIterable<ViewContent>
}

/**
 * One thing in a store, with a name that is unique among its kind. Two stores that took the same events in have the same
 * contents, however the events were batched.
 */
export interface ViewContent {
  readonly kind: 'account' | 'document' | 'entry' | 'tally'
  /**
   * Of an entry: index, sort and key, with U+0000 between them. Of an account: its name, U+0000, and the number of its
   * first journal entry in `value`, in ten digits: a long journal comes in parts of `journalPartMax`.
   */
  readonly name: string
  /** The document; `position atMs amount` of journal entries, a line each; the sum; nothing for an entry. */
  readonly value: string
}

/** Journal entries of an account in one `ViewContent`. */
export const journalPartMax = 1_000

/** Where stores are kept side by side, each under a name: those that serve, and those that are being built. */
export interface ViewStores {
  /** Those that are there, fit or not, in order of name. */
  names(): Promise<readonly string[]>
  /**
   * Opens a store for its one writer. When there is none, makes an empty one, at position 0, which serves nothing. Answers
   * `UnusableView` when what is there cannot be used for this fold: `remove` it then, and fold anew.
   */
  open(name: string, fold: ViewDescription['fold']): Promise<ViewStore | UnusableView>
  /** Opens a store beside its writer, who has opened it before. Answers `UnusableView` when there is none. */
  openForReading(name: string): Promise<ReadableView | UnusableView>
  /** Removes a store with all that belongs to it. Who still reads it goes on to see what it was. */
  remove(name: string): Promise<void>
}

/** Somebody else has moved the store: what was folded for it is worth nothing. */
export class WrongCheckpoint extends Error {
  override readonly name = 'WrongCheckpoint'

  constructor(expected: Position, actual: Position) {
    super(`the views are at position ${actual}, not at ${expected}`)
  }
}

/** Why a store cannot be used: `missing` is for readers, `not-a-view` is some other file. */
export type UnusableReason = 'missing' | 'not-a-view' | 'damaged' | 'other-format' | 'other-fold'

/** What is there is worth nothing any more. Nothing is lost: it can be removed and folded again from the log. */
export class UnusableView extends Error {
  override readonly name = 'UnusableView'
  readonly reason: UnusableReason

  constructor(reason: UnusableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** `locked`: another process is writing. */
export type ViewStoreFailureReason = 'disk-full' | 'io-error' | 'locked' | 'not-permitted' | 'closed' | 'other'

/** The store could not do it now, and is as it was before. */
export class ViewStoreFailure extends Error {
  override readonly name = 'ViewStoreFailure'
  readonly reason: ViewStoreFailureReason

  constructor(reason: ViewStoreFailureReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
