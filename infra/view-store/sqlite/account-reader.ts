import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import type { AccountMoment, AccountRange, AccountTotal, BalanceAt, JournalEntry, MomentRange } from '../port.ts'
import { countKnown, countOf, type PackedEntries, partOf, sumOf, unpackEntries } from './journal/entries.ts'
import { chunkEntries, piecesOf } from './journal/levels.ts'
import { momentsOf, pagesOfOne } from './journal/moments.ts'
import { runOf } from './journal/run.ts'
import { entriesIn } from './journal-columns.ts'
import { JournalPieces } from './journal-pieces.ts'
import { NameRanges } from './name-ranges.ts'

/** What was known of an account at some position: whole chunks, and the first entries after them. */
interface KnownJournal {
  readonly chunks: number
  /** Of these chunks. */
  readonly chunksSum: number
  readonly rest: PackedEntries
}

/** Answers what is in accounts, and was, see journal/levels.ts. */
export class AccountReader {
  readonly #find: StatementSync
  readonly #firstChunkAfter: StatementSync
  readonly #chunksFrom: StatementSync
  readonly #pieces: JournalPieces
  readonly #all: NameRanges
  readonly #notZero: NameRanges
  readonly #negative: NameRanges

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT total, count, young FROM account WHERE name = ?')
    this.#firstChunkAfter = database.prepare(
      `SELECT number, sum_before, entries FROM chunk WHERE account = ? AND last_position > ?
         ORDER BY last_position, number LIMIT 1`,
    )
    this.#chunksFrom = database.prepare(
      'SELECT entries FROM chunk WHERE account = ? AND number >= ? ORDER BY number LIMIT ?',
    )
    this.#pieces = new JournalPieces(database)
    this.#all = new NameRanges(database, 'account')
    this.#notZero = new NameRanges(database, 'account INDEXED BY account_not_zero', 'total <> 0')
    this.#negative = new NameRanges(database, 'account INDEXED BY account_negative', 'total < 0')
  }

  balance(account: string, { asOfMs, knownAt }: BalanceAt = {}): number {
    const row = this.#find.get(account)
    if (row === undefined) return 0
    if (asOfMs === undefined && knownAt === undefined) return Number(row.total)
    const known = this.#knownAt(account, row, knownAt)
    const restSum = sumOf(known.rest, countOf(known.rest), asOfMs ?? Infinity)
    if (asOfMs === undefined) return known.chunksSum + restSum
    return piecesOf(known.chunks).reduce((sum, piece) => sum + this.#pieces.sumOf(account, piece, asOfMs), restSum)
  }

  accounts({ only, ...range }: AccountRange): readonly AccountTotal[] {
    const ranges = only === undefined ? this.#all : only === 'negative' ? this.#negative : this.#notZero
    return ranges.read(range).map(({ name, total }) => ({ account: name, total }))
  }

  journal(
    account: string,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): readonly JournalEntry[] {
    const row = this.#find.get(account)
    if (row === undefined) return []
    const firstChunk = Math.floor(offset / chunkEntries)
    const inChunks = this.#chunksFrom.all(account, firstChunk, Math.ceil(limit / chunkEntries) + 1)
    const chunks = inChunks.map(chunk => unpackEntries(entriesIn(chunk.entries)))
    // The young entries come after the last chunk, which may be before the first one that was asked for.
    const before = Math.min(firstChunk * chunkEntries, Number(row.count) - countOf(entriesIn(row.young)))
    const found = [...chunks.flat(), ...unpackEntries(entriesIn(row.young))]
    return found.slice(offset - before, offset - before + limit)
  }

  moments(account: string, { beforeMs = Infinity, limit }: MomentRange): readonly AccountMoment[] {
    const row = this.#find.get(account)
    if (row === undefined) return []
    const young = runOf(entriesIn(row.young))
    const pieces = piecesOf(chunksOf(row)).map(piece => this.#pieces.pagesBefore(account, piece))
    return momentsOf([...pieces, pagesOfOne(young)], { beforeMs, limit })
  }

  entriesAt(account: string, { atMs, limit }: { readonly atMs: number; readonly limit: number }) {
    const row = this.#find.get(account)
    return row === undefined ? [] : this.#allAt(account, row, atMs).take(limit).toArray()
  }

  *#allAt(account: string, row: Record<string, unknown>, atMs: number): Generator<JournalEntry, void> {
    for (const piece of piecesOf(chunksOf(row))) yield* this.#pieces.entriesAt(account, piece, atMs)
    yield* unpackEntries(entriesIn(row.young)).filter(entry => entry.atMs === atMs)
  }

  #knownAt(account: string, row: Record<string, unknown>, knownAt: Position | undefined): KnownJournal {
    const next = knownAt === undefined ? undefined : this.#firstChunkAfter.get(account, knownAt)
    if (next !== undefined && knownAt !== undefined) {
      const entries = entriesIn(next.entries)
      const rest = partOf(entries, 0, countKnown(entries, knownAt))
      return { chunks: Number(next.number), chunksSum: Number(next.sum_before), rest }
    }
    const young = entriesIn(row.young)
    return {
      chunks: chunksOf(row),
      chunksSum: Number(row.total) - sumOf(young, countOf(young), Infinity),
      rest: partOf(young, 0, countKnown(young, knownAt ?? Infinity)),
    }
  }
}

/** The chunks of an account: they are cut before a transaction ends. */
function chunksOf({ count }: Record<string, unknown>): number {
  return Math.floor(Number(count) / chunkEntries)
}
