import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { JournalEntry } from '../port.ts'
import { BulkStatement } from './bulk-statement.ts'
import { ChunkWriter } from './chunk-writer.ts'
import { isAccountDue } from './database.ts'
import { bytesPerEntry, countOf, packInto, partOf, roomFor, sumOf } from './journal/entries.ts'
import { chunkEntries } from './journal/levels.ts'
import { bytesOfNumbers } from './journal/numbers.ts'
import { entriesIn } from './journal-columns.ts'

/**
 * Posts to accounts. The newest entries of an account stand in its row, and a posting adds to them without knowing what is
 * there; when `chunkEntries` are together they leave it as a chunk, before the transaction ends.
 */
export class AccountWriter {
  readonly #append: BulkStatement
  readonly #due: StatementSync
  readonly #putChunks: StatementSync
  readonly #chunks: ChunkWriter

  constructor(database: DatabaseSync) {
    // `||` joins blobs byte by byte, and says that they are text: https://sqlite.org/lang_expr.html#castexpr takes them back.
    this.#append = new BulkStatement(
      database,
      `INSERT OR FAIL INTO account (name, total, count, young) VALUES ON CONFLICT (name) DO UPDATE
         SET total = total + excluded.total, count = count + excluded.count,
             young = CAST(young || excluded.young AS BLOB)`,
      4,
    )
    this.#due = database.prepare(
      `SELECT name, total, chunks, young FROM account INDEXED BY account_due WHERE ${isAccountDue}`,
    )
    this.#putChunks = database.prepare('UPDATE account SET chunks = ?, young = ? WHERE name = ?')
    this.#chunks = new ChunkWriter(database)
  }

  /** In order of name: neighbours are in the same page. All entries are packed into one buffer, of which each row has a part. */
  post(postings: ReadonlyMap<string, readonly JournalEntry[]>): void {
    let count = 0
    for (const entries of postings.values()) count += entries.length
    const packed = roomFor(count)
    const bytes = bytesOfNumbers(packed)
    const values: SQLInputValue[] = []
    let first = 0
    for (const account of [...postings.keys()].sort()) {
      const entries = postings.get(account)
      if (entries === undefined || entries.length === 0) continue
      packInto(packed, first, entries)
      const end = first + entries.length
      values.push(
        account,
        amountOf(entries),
        entries.length,
        bytes.subarray(first * bytesPerEntry, end * bytesPerEntry),
      )
      first = end
    }
    this.#append.run(values)
    for (const row of this.#due.all()) this.#cutChunks(row)
  }

  #cutChunks({ name, total, chunks, young }: Record<string, unknown>): void {
    const account = String(name)
    let waiting = entriesIn(young)
    let number = Number(chunks)
    let sumBefore = Number(total) - sumOf(waiting, countOf(waiting), Infinity)
    for (; countOf(waiting) >= chunkEntries; waiting = partOf(waiting, chunkEntries)) {
      const entries = partOf(waiting, 0, chunkEntries)
      this.#chunks.add(account, { number, sumBefore, entries })
      sumBefore += sumOf(entries, chunkEntries, Infinity)
      number++
    }
    this.#putChunks.run(number, bytesOfNumbers(waiting), account)
  }
}

function amountOf(entries: readonly JournalEntry[]): number {
  let sum = 0
  for (const { amount } of entries) sum += amount
  return sum
}
