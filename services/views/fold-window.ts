import type { Position } from '@athar/events/envelope.ts'
import type { JournalEntry, PlacedEntry, ViewChanges, ViewReader } from '@athar/infra/view-store/port.ts'
import type { Documents, Fold, FoldedEvent, Tally } from '@athar/projections/projection.ts'
import type { Deriving } from './deriving.ts'
import { entriesOnlyIn } from './entry-difference.ts'
import { type Derived, type HeldDocument, HeldDocuments } from './held-documents.ts'
import { heldIn, type Named, NamedDocuments } from './named-documents.ts'
import { DerivePoison, FoldPoison } from './poison.ts'
import { PostingDifference } from './posting-difference.ts'

export interface FoldWindowOptions {
  readonly fold: Fold
  readonly deriving: Deriving
  /** Where documents come from that are not in memory. */
  readonly store: Pick<ViewReader, 'get'>
  /** Documents to keep in memory beside those that are not stored yet. */
  readonly cachedDocumentsMax: number
}

/**
 * Events taken in and not stored yet: the documents of a fold that they touch, and what they have posted. When something
 * throws, `drop` it and begin again from the store: documents may have been changed halfway.
 */
export class FoldWindow {
  readonly #fold: Fold
  readonly #deriving: Deriving
  readonly #named: NamedDocuments
  readonly #held: HeldDocuments
  readonly #difference = new PostingDifference()
  #journals = new Map<string, JournalEntry[]>()
  /** Documents that nothing follows from, and that are not looked at again, as JSON. */
  #added = new Map<string, string>()
  /** The event being taken in, what it may touch, and the documents that it has set. */
  #at: Position = 0
  #mayTouch: Named = { keys: [], documents: [] }
  readonly #set: HeldDocument[] = []

  constructor({ fold, deriving, store, cachedDocumentsMax }: FoldWindowOptions) {
    this.#fold = fold
    this.#deriving = deriving
    this.#held = new HeldDocuments(cachedDocumentsMax)
    this.#named = new NamedDocuments(fold, this.#held, store)
  }

  /** Documents that are not stored yet. */
  get unstored(): number {
    return this.#held.dirty.length + this.#added.size
  }

  /** All documents in memory. */
  get held(): number {
    return this.#held.size
  }

  /**
   * Takes events in, in order. `careful`: also asks for entries and sums after each of them, and looks whether
   * they can be stored, to find the one after which a projection fails.
   *
   * @throws FoldPoison, DerivePoison
   */
  async take(events: readonly FoldedEvent[], careful = false): Promise<void> {
    const fetched = await this.#named.fetchFor(events)
    for (let index = 0; index < events.length; index++) {
      const event = events[index]
      if (event === undefined) continue
      const named = fetched[index] ?? (await this.#named.of(event))
      this.#apply(event, named, careful)
    }
  }

  /**
   * What is to be stored. From then on it counts as stored: `clean` when it is, `drop` when it could not be.
   *
   * @throws DerivePoison
   */
  changes(): ViewChanges {
    const documents = this.#added
    this.#added = new Map()
    const entriesAdded: PlacedEntry[] = []
    const entriesRemoved: PlacedEntry[] = []
    const tallies = new Map<string, number>()
    const add = (tally: string, amount: number) => tallies.set(tally, (tallies.get(tally) ?? 0) + amount)
    for (const { key, document, derived } of this.#held.dirty) {
      if (derived === undefined) continue // it cannot be: it was derived before it was set
      documents.set(key, JSON.stringify(document))
      const entries = this.#deriving.entries(key, document)
      for (const { index, sort } of entriesOnlyIn(entries, derived.entries)) entriesAdded.push({ index, sort, key })
      for (const { index, sort } of entriesOnlyIn(derived.entries, entries)) entriesRemoved.push({ index, sort, key })
      derived.entries = entries
      const before = derived.tallies
      derived.tallies = this.#deriving.tallies(key, document)
      if (areSame(before, derived.tallies)) continue
      for (const { tally, amount } of before) add(tally, -amount)
      for (const { tally, amount } of derived.tallies) add(tally, amount)
    }
    for (const [tally, amount] of tallies) if (amount === 0) tallies.delete(tally)
    const postings = this.#journals
    this.#journals = new Map()
    return { documents, entriesAdded, entriesRemoved, postings, tallies }
  }

  /** The changes are stored. */
  clean(): void {
    this.#held.clean()
  }

  /** Forgets what is not stored, and everything read. */
  drop(): void {
    this.#held.drop()
    this.#journals = new Map()
    this.#added = new Map()
    this.#set.length = 0
    this.#difference.journal(0, new Map()) // of an event that broke off
  }

  #apply(event: FoldedEvent, named: Named, careful: boolean): void {
    this.#at = event.position
    this.#mayTouch = named
    try {
      this.#fold.apply(event, this.#documents)
    } catch (error) {
      throw error instanceof DerivePoison ? error : new FoldPoison(event.position, error)
    }
    for (const { key, document, derived } of this.#set) {
      this.#post(key, document, derived)
      if (careful) this.#deriving.check(key, document, event.position)
    }
    this.#difference.journal(event.position, this.#journals)
    this.#set.length = 0
  }

  /** What the fold sees while it takes an event in: only what it has named, so that nothing hangs on what is in memory. */
  readonly #documents: Documents = {
    get: key => {
      const held = this.#touch(key)
      this.#deriveStored(held) // it may be changed in place
      return held.document
    },
    set: (key, document) => {
      const held = this.#touch(key)
      this.#deriveStored(held)
      held.document = document
      this.#held.markDirty(held)
      if (!this.#set.includes(held)) this.#set.push(held)
    },
    add: (key, json) => {
      if (this.#added.has(key)) throw new Error(`the fold ${this.#fold.name} adds ${key} again`)
      this.#added.set(key, json)
    },
  }

  #touch(key: string): HeldDocument {
    const held = heldIn(this.#mayTouch, key)
    if (held === undefined) throw new Error(`the fold ${this.#fold.name} touches ${key}, which it has not named`)
    return held
  }

  #deriveStored(held: HeldDocument): void {
    if (held.derived !== undefined) return
    const { key, document } = held
    held.derived = {
      entries: this.#deriving.entries(key, document, this.#at),
      tallies: this.#deriving.tallies(key, document, this.#at),
      postings: this.#deriving.posting.map(each => this.#deriving.postings(each, key, document, this.#at)),
    }
  }

  #post(key: string, document: object | undefined, derived: Derived | undefined): void {
    if (derived === undefined) return
    const { posting } = this.#deriving
    for (let index = 0; index < posting.length; index++) {
      const projection = posting[index]
      if (projection === undefined) continue
      const now = this.#deriving.postings(projection, key, document, this.#at)
      this.#difference.add(derived.postings[index] ?? none, now)
      derived.postings[index] = now
    }
  }
}

const none: readonly never[] = []

function areSame(one: readonly Tally[], other: readonly Tally[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++)
    if (one[index]?.amount !== other[index]?.amount || one[index]?.tally !== other[index]?.tally) return false
  return true
}
