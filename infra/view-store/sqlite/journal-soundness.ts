import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { countOf, joined, type PackedEntries, positionAt, sumOf } from './journal/entries.ts'
import { chunkEntries, completedBy, type Piece, partsOf } from './journal/levels.ts'
import { mergeRuns, type Run, runOf } from './journal/run.ts'
import { packPage, pagesOf } from './journal/run-pages.ts'
import { entriesIn, pageIn } from './journal-columns.ts'

/**
 * Says what of an account does not follow from the entries of its journal. Questions are answered from its total, and from
 * the sums and times of its chunks and runs; who may write the file can change these and leave the entries as they are.
 */
export class JournalSoundness {
  readonly #account: StatementSync
  readonly #chunks: StatementSync
  readonly #pages: StatementSync

  constructor(database: DatabaseSync) {
    this.#account = database.prepare('SELECT total, count, chunks, young FROM account WHERE name = ?')
    this.#chunks = database.prepare(
      'SELECT number, last_position, sum_before, entries FROM chunk WHERE account = ? ORDER BY number',
    )
    this.#pages = database.prepare(
      'SELECT level, number, first_time_ms, page FROM run WHERE account = ? ORDER BY level, number, first_time_ms',
    )
  }

  /** `undefined` when all of it follows. */
  whatIsUnsound(account: string): string | undefined {
    const row = this.#account.get(account)
    if (row === undefined) return 'the account is not there'
    const chunks: PackedEntries[] = []
    let sum = 0
    for (const chunk of this.#chunks.iterate(account)) {
      const entries = entriesIn(chunk.entries)
      const at = `chunk ${chunks.length}`
      if (chunk.number !== chunks.length || countOf(entries) !== chunkEntries) return `${at} is not there, or not whole`
      if (chunk.last_position !== positionAt(entries, chunkEntries - 1)) return `${at} does not end where it says`
      if (!isSame(Number(chunk.sum_before), sum)) return `${at} does not begin with what was before it`
      sum += sumOf(entries, chunkEntries, Infinity)
      chunks.push(entries)
    }
    const young = entriesIn(row.young)
    const entries = chunks.length * chunkEntries + countOf(young)
    if (row.count !== entries || row.chunks !== chunks.length)
      return `it counts ${row.count} entries, and has ${entries}`
    sum += sumOf(young, countOf(young), Infinity)
    if (!isSame(Number(row.total), sum)) return `it has a total of ${row.total}, and its entries one of ${sum}`
    return this.#whatOfRunsIsUnsound(account, chunks)
  }

  /** Every run is made again from what it was made of, and compared page by page. */
  #whatOfRunsIsUnsound(account: string, chunks: readonly PackedEntries[]): string | undefined {
    const stored = this.#storedPages(account)
    const runs = new Map<string, Run>()
    for (let count = 1; count <= chunks.length; count++)
      for (const piece of completedBy(count)) {
        const run = madeOf(piece, chunks, runs)
        const name = nameOf(piece)
        runs.set(name, run)
        if (stored.get(name) !== pagesOf(run).map(writtenPage).join()) return `run ${name} is not made of its entries`
      }
    return stored.size === runs.size ? undefined : 'it has runs that nothing was made into'
  }

  #storedPages(account: string): ReadonlyMap<string, string> {
    const pages = new Map<string, string>()
    for (const row of this.#pages.iterate(account)) {
      const name = nameOf({ level: Number(row.level), number: Number(row.number) })
      const page = pageIn(row.page)
      const written = row.first_time_ms === page.timesMs[0] ? writtenPage(page) : 'elsewhere'
      pages.set(name, pages.has(name) ? `${pages.get(name)},${written}` : written)
    }
    return pages
  }
}

function madeOf(piece: Piece, chunks: readonly PackedEntries[], runs: ReadonlyMap<string, Run>): Run {
  const { first, end } = partsOf(piece)
  if (piece.level === 1) return runOf(joined(chunks.slice(first, end)))
  const parts: Run[] = []
  for (let number = first; number < end; number++) {
    const part = runs.get(nameOf({ level: piece.level - 1, number }))
    if (part !== undefined) parts.push(part)
  }
  return mergeRuns(parts)
}

function nameOf({ level, number }: Piece): string {
  return `${level}/${number}`
}

function writtenPage(page: Run): string {
  return Buffer.from(packPage(page).buffer).toString('base64')
}

/** Beyond what JavaScript counts exactly a sum depends on the order in which it was made. */
function isSame(one: number, other: number): boolean {
  return one === other || (Math.abs(other) > Number.MAX_SAFE_INTEGER && Math.abs(one) > Number.MAX_SAFE_INTEGER)
}
