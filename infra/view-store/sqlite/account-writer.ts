import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { JournalEntry } from '../port.ts'
import { ChunkWriter } from './chunk-writer.ts'
import { countOf, type PackedEntries, packEntries, partOf, sumOf } from './journal/entries.ts'
import { chunkEntries } from './journal/levels.ts'
import { bytesOfNumbers } from './journal/numbers.ts'
import { entriesIn } from './journal-columns.ts'

interface AccountRow {
  readonly total: number
  readonly count: number
  readonly young: PackedEntries
}

const empty: AccountRow = { total: 0, count: 0, young: new Float64Array() }

/**
 * Posts to accounts. The newest entries of an account stand in its row, and as long as there is room a posting is one
 * statement that need not know what is there; when `chunkEntries` are together they leave it as a chunk.
 */
export class AccountWriter {
  readonly #append: StatementSync
  readonly #find: StatementSync
  readonly #put: StatementSync
  readonly #chunks: ChunkWriter

  constructor(database: DatabaseSync) {
    // `||` joins blobs byte by byte, and says that they are text: https://sqlite.org/lang_expr.html#castexpr takes them back.
    this.#append = database.prepare(
      `INSERT INTO account VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE
         SET total = total + excluded.total, count = count + excluded.count,
             young = CAST(young || excluded.young AS BLOB)
         WHERE count % ${chunkEntries} + excluded.count < ${chunkEntries}`,
    )
    this.#find = database.prepare('SELECT total, count, young FROM account WHERE name = ?')
    this.#put = database.prepare(
      `INSERT INTO account VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE
         SET total = excluded.total, count = excluded.count, young = excluded.young`,
    )
    this.#chunks = new ChunkWriter(database)
  }

  post(postings: ReadonlyMap<string, readonly JournalEntry[]>): void {
    for (const account of [...postings.keys()].sort()) {
      const entries = packEntries(postings.get(account) ?? [])
      if (countOf(entries) > 0) this.#post(account, entries)
    }
  }

  #post(account: string, entries: PackedEntries): void {
    const count = countOf(entries)
    if (count < chunkEntries) {
      const { changes } = this.#append.run(account, sumOf(entries, count, Infinity), count, bytesOfNumbers(entries))
      if (changes === 1) return
    }
    this.#postWithChunks(account, entries)
  }

  #postWithChunks(account: string, entries: PackedEntries): void {
    const { total, count, young } = this.#rowOf(account)
    let waiting = joined(young, entries)
    let chunks = Math.floor(count / chunkEntries)
    let sumBefore = total - sumOf(young, countOf(young), Infinity)
    for (; countOf(waiting) >= chunkEntries; waiting = partOf(waiting, chunkEntries)) {
      const chunk = partOf(waiting, 0, chunkEntries)
      this.#chunks.add(account, { number: chunks, sumBefore, entries: chunk })
      sumBefore += sumOf(chunk, chunkEntries, Infinity)
      chunks++
    }
    const newCount = chunks * chunkEntries + countOf(waiting)
    const newTotal = sumBefore + sumOf(waiting, countOf(waiting), Infinity)
    this.#put.run(account, newTotal, newCount, bytesOfNumbers(waiting))
  }

  #rowOf(account: string): AccountRow {
    const row = this.#find.get(account)
    if (row === undefined) return empty
    return { total: Number(row.total), count: Number(row.count), young: entriesIn(row.young) }
  }
}

function joined(one: PackedEntries, other: PackedEntries): PackedEntries {
  const both = new Float64Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
