import type { Position, SubmittedEvent } from '@athar/events/envelope.ts'
import type { Fold, FoldedEvent, IndexEntry, Posting, Projection, Tally } from '../projection.ts'
import { arrived } from './arrived.ts'

/** A place in an index: where, and the key of the document. */
export interface Placed {
  readonly sort: string
  readonly key: string
}

/** What an event has moved in an account. */
export interface Journaled {
  readonly position: Position
  readonly atMs: number
  readonly amount: number
}

/**
 * A naive runner: takes one event after the other, keeps documents as JSON and journals in arrays, and answers by walking
 * through all of it. What `projection.ts` promises, word for word, so that stores and runners can be held against it.
 */
export class FoldedInMemory {
  readonly #fold: Fold
  readonly #projections: readonly Projection[]
  readonly #documents = new Map<string, string>()
  readonly #journal = new Map<string, Journaled[]>()
  #position: Position = 0

  /** Throws a `RangeError` when the projections do not share one fold. */
  constructor(projections: readonly Projection[]) {
    const fold = projections[0]?.fold
    if (fold === undefined || projections.some(one => one.fold !== fold))
      throw new RangeError('one or more projections of one fold')
    this.#fold = fold
    this.#projections = projections
  }

  get position(): Position {
    return this.#position
  }

  /** Takes an event in. Throws what the fold throws, and when the fold touches what it did not name in `reads`. */
  take(event: FoldedEvent): void {
    if (event.position <= this.#position) throw new RangeError(`position ${event.position} after ${this.#position}`)
    this.#position = event.position
    if (!this.#fold.families.includes(event.family)) return

    const named = this.#namedBy(event)
    const changed = new Map<string, string>()
    const loaded = new Map([...named].map(key => [key, this.document(key)]))
    const mayTouch = (key: string) => {
      if (!named.has(key)) throw new Error(`${this.#fold.name} touches ${key}, which it has not named for ${event.id}`)
      return key
    }
    this.#fold.apply(event, {
      get: key => loaded.get(mayTouch(key)),
      set: (key, document) => {
        changed.set(mayTouch(key), JSON.stringify(document))
        loaded.set(key, document)
      },
      add: (key, json) => {
        if (this.#documents.has(key)) throw new Error(`${this.#fold.name} adds ${key}, which is there`)
        this.#documents.set(key, json)
      },
    })
    for (const [key, document] of changed) {
      this.#post(key, JSON.parse(document), event.position)
      this.#documents.set(key, document)
    }
  }

  /** Asks the fold until it names nothing new. */
  #namedBy(event: FoldedEvent): ReadonlySet<string> {
    const named = new Set<string>()
    for (;;) {
      const known = named.size
      const loaded = { get: (key: string) => (named.has(key) ? this.document(key) : undefined) }
      for (const key of this.#fold.reads(event, loaded)) named.add(key)
      if (named.size === known) return named
    }
  }

  /** Journals what has changed of the postings of a document, account by account, time by time. */
  #post(key: string, after: unknown, position: Position): void {
    const differences = new Map<string, Journaled & { readonly account: string }>()
    const add = ({ account, atMs, amount }: Posting, sign: 1 | -1) => {
      if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} on ${account} is not a whole number`)
      const place = `${atMs} ${account}`
      const sum = (differences.get(place)?.amount ?? 0) + sign * amount
      differences.set(place, { account, position, atMs, amount: sum })
    }
    for (const posting of this.postings(key)) add(posting, -1)
    for (const projection of this.#projections)
      for (const posting of projection.postings?.(key, after) ?? []) add(posting, 1)
    for (const { account, amount, atMs } of differences.values()) {
      if (amount === 0) continue
      const journal = this.#journal.get(account) ?? []
      journal.push({ position, atMs, amount })
      this.#journal.set(account, journal)
    }
  }

  /** A copy of the document as it is stored. */
  document(key: string): unknown {
    const json = this.#documents.get(key)
    return json === undefined ? undefined : JSON.parse(json)
  }

  /** Every document by its key, in order of key. */
  documents(): ReadonlyMap<string, unknown> {
    return new Map([...this.#documents.keys()].sort().map(key => [key, this.document(key)]))
  }

  /** What the projections post for a document now. */
  postings(key: string): readonly Posting[] {
    return this.#derived(key, (projection, document) => projection.postings?.(key, document) ?? [])
  }

  /** An index, in its order. */
  entries(index: string): readonly Placed[] {
    return [...this.#documents.keys()]
      .flatMap(key =>
        this.#entriesOf(key)
          .filter(entry => entry.index === index)
          .map(({ sort }) => ({ sort, key })),
      )
      .sort((one, other) => compare(one.sort, other.sort) || compare(one.key, other.key))
  }

  /** The names of all indexes that have an entry, in order of name. */
  indexes(): readonly string[] {
    return [
      ...new Set([...this.#documents.keys()].flatMap(key => this.#entriesOf(key).map(entry => entry.index))),
    ].sort()
  }

  #entriesOf(key: string): readonly IndexEntry[] {
    return this.#derived(key, (projection, document) => {
      const entries = projection.indexes?.(key, document) ?? []
      for (const { index, sort } of entries) {
        mustBeNamedBy(projection, index)
        mustBeOrderable(sort)
      }
      return entries
    })
  }

  /** Every account that was ever posted to, and what is in it now, in order of name. */
  accounts(prefix = ''): ReadonlyMap<string, number> {
    const names = [...this.#journal.keys()].filter(account => account.startsWith(prefix)).sort()
    return new Map(names.map(account => [account, this.balance(account)]))
  }

  /** What was moved in an account, in order of position. */
  journal(account: string): readonly Journaled[] {
    return this.#journal.get(account) ?? []
  }

  /** What is in an account: of what had happened by a time, of what was known at a position, both inclusive. */
  balance(account: string, at: { readonly asOfMs?: number; readonly knownAt?: Position } = {}): number {
    const { asOfMs = Number.POSITIVE_INFINITY, knownAt = Number.POSITIVE_INFINITY } = at
    return this.journal(account)
      .filter(entry => entry.atMs <= asOfMs && entry.position <= knownAt)
      .reduce((sum, { amount }) => sum + amount, 0)
  }

  /** Every sum that is not zero, in order of name. */
  tallies(): ReadonlyMap<string, number> {
    const sums = new Map<string, number>()
    for (const key of this.#documents.keys()) {
      const parts: readonly Tally[] = this.#derived(key, (projection, document) => {
        const grown = projection.tallies?.(key, document) ?? []
        for (const { tally } of grown) mustBeNamedBy(projection, tally)
        return grown
      })
      for (const { tally, amount } of parts) sums.set(tally, (sums.get(tally) ?? 0) + amount)
    }
    return new Map([...sums].filter(([, amount]) => amount !== 0).sort(([one], [other]) => compare(one, other)))
  }

  #derived<Part>(key: string, derive: (projection: Projection, document: unknown) => readonly Part[]): readonly Part[] {
    const document = this.document(key)
    return document === undefined ? [] : this.#projections.flatMap(projection => derive(projection, document))
  }
}

/** What follows from events of the log. */
export function fold(projections: readonly Projection[], events: readonly FoldedEvent[]): FoldedInMemory {
  const folded = new FoldedInMemory(projections)
  for (const event of events) folded.take(event)
  return folded
}

/** What follows from submitted events that arrive in this order. */
export function foldArrived(projections: readonly Projection[], events: readonly SubmittedEvent[]): FoldedInMemory {
  return fold(projections, arrived(events))
}

/** What README.md asks of the names of indexes and sums, so that a projection that breaks it fails its first test. */
function mustBeNamedBy({ name: projection }: Projection, name: string): void {
  if (!name.startsWith(`${projection}:`)) throw new RangeError(`${name} does not begin with "${projection}:"`)
  mustBeOrderable(name)
}

/** A store would not take it: `infra/view-store/names.ts` says why. */
function mustBeOrderable(text: string): void {
  if (/[\0\ud800-\udfff]/.test(text))
    throw new RangeError(`${JSON.stringify(text)} cannot be put in order alike everywhere`)
}

/** Code unit by code unit, as indexes are ordered. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
