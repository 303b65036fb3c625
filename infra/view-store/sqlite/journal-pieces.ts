import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { JournalEntry } from '../port.ts'
import { countOf, type PackedEntries, sumOf, unpackEntries } from './journal/entries.ts'
import { type Piece, partsOf } from './journal/levels.ts'
import { type PagesBefore, pagesOfOne } from './journal/moments.ts'
import { hasTime, type Run, runOf, sumUpTo } from './journal/run.ts'
import { entriesIn, pageIn } from './journal-columns.ts'

/** The pieces of which journals are made, see journal/levels.ts, and what each says of a time. */
export class JournalPieces {
  readonly #chunk: StatementSync
  readonly #pageAt: StatementSync

  constructor(database: DatabaseSync) {
    this.#chunk = database.prepare('SELECT entries FROM chunk WHERE account = ? AND number = ?')
    this.#pageAt = database.prepare(
      `SELECT page FROM run WHERE account = ? AND level = ? AND number = ? AND first_time_ms <= ?
         ORDER BY first_time_ms DESC LIMIT 1`,
    )
  }

  /** The sum of what had happened by a time. */
  sumOf(account: string, piece: Piece, asOfMs: number): number {
    if (piece.level > 0) {
      const page = this.#pageOf(account, piece, asOfMs)
      return page === undefined ? 0 : sumUpTo(page, asOfMs)
    }
    const entries = this.#entriesOf(account, piece)
    return sumOf(entries, countOf(entries), asOfMs)
  }

  /** Its pages, as they are asked for: times are whole, so the last page before a time is the one at a millisecond less. */
  pagesBefore(account: string, piece: Piece): PagesBefore {
    if (piece.level === 0) return pagesOfOne(runOf(this.#entriesOf(account, piece)))
    return beforeMs => this.#pageOf(account, piece, beforeMs - 1)
  }

  /** What happened at one time, in order of position, as it is taken. A run says only whether anything did: its parts say what. */
  *entriesAt(account: string, piece: Piece, atMs: number): Generator<JournalEntry, void> {
    if (piece.level === 0) {
      yield* unpackEntries(this.#entriesOf(account, piece)).filter(entry => entry.atMs === atMs)
      return
    }
    const page = this.#pageOf(account, piece, atMs)
    if (page === undefined || !hasTime(page, atMs)) return
    const { first, end } = partsOf(piece)
    for (let number = first; number < end; number++)
      yield* this.entriesAt(account, { level: piece.level - 1, number }, atMs)
  }

  #entriesOf(account: string, { number }: Piece): PackedEntries {
    return entriesIn(this.#chunk.get(account, number)?.entries)
  }

  #pageOf(account: string, { level, number }: Piece, asOfMs: number): Run | undefined {
    const row = this.#pageAt.get(account, level, number, asOfMs)
    return row && pageIn(row.page)
  }
}
