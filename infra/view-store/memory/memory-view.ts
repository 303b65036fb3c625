import type { Position } from '@athar/events/envelope.ts'
import { entryContentName, journalContentName, journalContentValue } from '../content-names.ts'
import { compareNames, comparePlaces } from '../names.ts'
import {
  type AccountMoment,
  type AccountRange,
  type AccountTotal,
  type BalanceAt,
  type IndexPage,
  type IndexPlace,
  type IndexRange,
  type JournalEntry,
  journalPartMax,
  type MomentRange,
  type NameRange,
  type TallyTotal,
  type ViewChanges,
  type ViewContent,
  type ViewReader,
  ViewStoreFailure,
} from '../port.ts'

/** Maps and arrays, and a walk through all of them for each answer. */
export class MemoryView implements ViewReader {
  #documents = new Map<string, string>()
  /** By index, then by the name of the entry. */
  #indexes = new Map<string, Map<string, IndexPlace>>()
  #journals = new Map<string, readonly JournalEntry[]>()
  #tallies = new Map<string, number>()
  #checkpoint: Position = 0
  #hasEnded = false

  take({ documents, entriesAdded, entriesRemoved, postings, tallies }: ViewChanges, to: Position): void {
    for (const [key, json] of documents) this.#documents.set(key, json)
    for (const entry of entriesRemoved) this.#indexes.get(entry.index)?.delete(entryContentName(entry))
    for (const entry of entriesAdded) {
      const places = this.#indexes.get(entry.index) ?? new Map<string, IndexPlace>()
      this.#indexes.set(entry.index, places.set(entryContentName(entry), { sort: entry.sort, key: entry.key }))
    }
    for (const [account, entries] of postings) {
      if (entries.length > 0) this.#journals.set(account, [...this.#journalOf(account), ...structuredClone(entries)])
    }
    for (const [tally, amount] of tallies) this.#tallies.set(tally, (this.#tallies.get(tally) ?? 0) + amount)
    this.#checkpoint = to
  }

  /** As a snapshot that is over: it answers no more. */
  end(): void {
    this.#hasEnded = true
  }

  copy(): MemoryView {
    const copy = new MemoryView()
    copy.#documents = new Map(this.#documents)
    copy.#indexes = new Map([...this.#indexes].map(([index, places]) => [index, new Map(places)]))
    copy.#journals = new Map(this.#journals)
    copy.#tallies = new Map(this.#tallies)
    copy.#checkpoint = this.#checkpoint
    return copy
  }

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.#mustGoOn()
    return new Map([...this.#documents].filter(([key]) => keys.includes(key)))
  }

  async list(index: string, { from, before, descending, after, limit }: IndexRange): Promise<IndexPage> {
    this.#mustGoOn()
    const direction = descending ? -1 : 1
    const inRange = [...(this.#indexes.get(index)?.values() ?? [])]
      .filter(({ sort }) => (from === undefined || sort >= from) && (before === undefined || sort < before))
      .sort((one, other) => direction * comparePlaces(one, other))
      .filter(place => after === undefined || direction * comparePlaces(place, after) > 0)
    const entries = inRange.slice(0, limit)
    const next = entries.at(-1)
    return inRange.length > entries.length && next !== undefined ? { entries, next } : { entries }
  }

  async balance(account: string, { asOfMs = Infinity, knownAt = Infinity }: BalanceAt = {}): Promise<number> {
    this.#mustGoOn()
    return sumOf(this.#journalOf(account).filter(entry => entry.atMs <= asOfMs && entry.position <= knownAt))
  }

  async accounts({ only, ...range }: AccountRange): Promise<readonly AccountTotal[]> {
    this.#mustGoOn()
    const totals = await Promise.all(
      [...this.#journals.keys()].map(async account => ({ account, total: await this.balance(account) })),
    )
    const wanted = totals.filter(({ total }) => only === undefined || (only === 'negative' ? total < 0 : total !== 0))
    return named(wanted, range, ({ account }) => account)
  }

  async journal(account: string, { offset, limit }: { readonly offset: number; readonly limit: number }) {
    this.#mustGoOn()
    return this.#journalOf(account).slice(offset, offset + limit)
  }

  async moments(account: string, { beforeMs = Infinity, limit }: MomentRange): Promise<readonly AccountMoment[]> {
    this.#mustGoOn()
    const moments = new Map<number, number>()
    let balance = 0
    for (const { atMs, amount } of this.#journalOf(account).toSorted((one, other) => one.atMs - other.atMs)) {
      balance += amount
      moments.set(atMs, balance)
    }
    const wanted = Array.from(moments, ([atMs, balance]) => ({ atMs, balance })).filter(({ atMs }) => atMs < beforeMs)
    return wanted.toReversed().slice(0, limit)
  }

  async entriesAt(account: string, { atMs, limit }: { readonly atMs: number; readonly limit: number }) {
    this.#mustGoOn()
    return this.#journalOf(account)
      .filter(entry => entry.atMs === atMs)
      .slice(0, limit)
  }

  async tallies(range: NameRange): Promise<readonly TallyTotal[]> {
    this.#mustGoOn()
    return named(this.#nonZeroTallies(), range, ({ tally }) => tally)
  }

  async checkpoint(): Promise<Position> {
    this.#mustGoOn()
    return this.#checkpoint
  }

  *contents(): Iterable<ViewContent> {
    for (const account of [...this.#journals.keys()].sort())
      for (let first = 0; first < this.#journalOf(account).length; first += journalPartMax) {
        const entries = this.#journalOf(account).slice(first, first + journalPartMax)
        yield { kind: 'account', name: journalContentName(account, first), value: journalContentValue(entries) }
      }
    for (const [name, value] of [...this.#documents].sort(([one], [other]) => compareNames(one, other)))
      yield { kind: 'document', name, value }
    for (const name of [...this.#indexes.values()].flatMap(places => [...places.keys()]).sort())
      yield { kind: 'entry', name, value: '' }
    for (const { tally, total } of named(this.#nonZeroTallies(), { prefix: '', limit: Infinity }, ({ tally }) => tally))
      yield { kind: 'tally', name: tally, value: String(total) }
  }

  #mustGoOn(): void {
    if (this.#hasEnded) throw new ViewStoreFailure('closed', 'the snapshot has ended')
  }

  #journalOf(account: string): readonly JournalEntry[] {
    return this.#journals.get(account) ?? []
  }

  #nonZeroTallies(): readonly TallyTotal[] {
    return [...this.#tallies].map(([tally, total]) => ({ tally, total })).filter(({ total }) => total !== 0)
  }
}

function sumOf(entries: readonly JournalEntry[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0)
}

function named<Thing>(
  things: readonly Thing[],
  { prefix, after, limit }: NameRange,
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  return things
    .filter(thing => nameOf(thing).startsWith(prefix) && (after === undefined || nameOf(thing) > after))
    .sort((one, other) => compareNames(nameOf(one), nameOf(other)))
    .slice(0, limit)
}
