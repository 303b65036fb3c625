import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { joined, type PackedEntries, positionAt } from './journal/entries.ts'
import { chunkEntries, completedBy, type Piece, partsOf } from './journal/levels.ts'
import { bytesOfNumbers } from './journal/numbers.ts'
import { mergeRuns, type Run, runOf } from './journal/run.ts'
import { packPage, pagesOf, runOfPages } from './journal/run-pages.ts'
import { entriesIn, pageIn } from './journal-columns.ts'

export interface NewChunk {
  readonly number: number
  /** Of all chunks before it. */
  readonly sumBefore: number
  readonly entries: PackedEntries
}

/** Adds chunks to the journals of accounts, and makes runs of them as soon as there are enough. */
export class ChunkWriter {
  readonly #addChunk: StatementSync
  readonly #addPage: StatementSync
  readonly #chunksBetween: StatementSync
  readonly #pagesOf: StatementSync

  constructor(database: DatabaseSync) {
    this.#addChunk = database.prepare('INSERT INTO chunk VALUES (?, ?, ?, ?, ?)')
    this.#addPage = database.prepare('INSERT INTO run VALUES (?, ?, ?, ?, ?)')
    this.#chunksBetween = database.prepare(
      'SELECT entries FROM chunk WHERE account = ? AND number >= ? AND number < ? ORDER BY number',
    )
    this.#pagesOf = database.prepare(
      'SELECT page FROM run WHERE account = ? AND level = ? AND number = ? ORDER BY first_time_ms',
    )
  }

  add(account: string, { number, sumBefore, entries }: NewChunk): void {
    const lastPosition = positionAt(entries, chunkEntries - 1)
    this.#addChunk.run(account, number, lastPosition, sumBefore, bytesOfNumbers(entries))
    for (const piece of completedBy(number + 1)) this.#addRun(account, piece)
  }

  #addRun(account: string, piece: Piece): void {
    const run = piece.level === 1 ? this.#runOfChunks(account, piece) : this.#runOfRuns(account, piece)
    for (const page of pagesOf(run))
      this.#addPage.run(account, piece.level, piece.number, page.timesMs[0] ?? 0, bytesOfNumbers(packPage(page)))
  }

  #runOfChunks(account: string, piece: Piece): Run {
    const { first, end } = partsOf(piece)
    const chunks = this.#chunksBetween.all(account, first, end)
    const entries = chunks.map(row => entriesIn(row.entries))
    return runOf(joined(entries))
  }

  #runOfRuns(account: string, piece: Piece): Run {
    const { first, end } = partsOf(piece)
    const runs: Run[] = []
    for (let number = first; number < end; number++) {
      const pages = this.#pagesOf.all(account, piece.level - 1, number)
      runs.push(runOfPages(pages.map(row => pageIn(row.page))))
    }
    return mergeRuns(runs)
  }
}
