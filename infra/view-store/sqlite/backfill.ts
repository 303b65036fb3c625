import { existsSync, statSync } from 'node:fs'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isSyncFailure } from '../../sqlite/result-code.ts'
import { readMark, writeMark } from './backfill-mark.ts'
import { pageBytes, pragmaNumber } from './database.ts'
import { damaged } from './failure.ts'

/**
 * Moves what was committed from the write-ahead log into the file of a view, from time to time: SQLite calls it a
 * checkpoint, which in this house is something else. Before and after, it leaves a mark of how far it went.
 */
export class Backfill {
  readonly #database: DatabaseSync
  readonly #file: string
  readonly #walPagesMax: number
  readonly #look: StatementSync
  readonly #commits: StatementSync
  #nextAtPages: number

  constructor(database: DatabaseSync, file: string, walPagesMax: number) {
    this.#database = database
    this.#file = file
    this.#walPagesMax = walPagesMax
    this.#look = database.prepare('PRAGMA wal_checkpoint(NOOP)')
    this.#commits = database.prepare('SELECT commits FROM view')
    this.#nextAtPages = walPagesMax
  }

  /** Moves what is due after a commit. Throws `UnusableView` when nobody knows any more what is on the disk. */
  moveWhenDue(): void {
    const pages = Number(this.#look.get()?.log ?? 0)
    if (pages < this.#walPagesMax) this.#nextAtPages = this.#walPagesMax
    if (pages < this.#nextAtPages) return
    const isWhole = this.#move('PASSIVE')
    // A long snapshot keeps the log from being begun anew: it is tried again when it has grown by as much again.
    this.#nextAtPages = this.#walPagesMax + (isWhole ? 0 : pages)
  }

  /** Moves everything, unless somebody still reads, and leaves the write-ahead log empty. */
  moveAll(): void {
    this.#move('TRUNCATE')
  }

  /** The last connection that closes moves what is left, and removes the write-ahead log. */
  closed(): void {
    const mark = readMark(this.#file)
    if (mark === undefined || mark.isWhole || existsSync(`${this.#file}-wal`)) return
    writeMark(this.#file, { ...mark, pages: statSync(this.#file).size / pageBytes, isWhole: true })
  }

  /** Whether all of it was moved. When it fails otherwise than in a sync, the write-ahead log still has it all. */
  #move(mode: 'PASSIVE' | 'TRUNCATE'): boolean {
    try {
      const commits = Number(this.#commits.get()?.commits)
      writeMark(this.#file, { commits, pages: readMark(this.#file)?.pages ?? 0, isWhole: false })
      const moved = this.#database.prepare(`PRAGMA wal_checkpoint(${mode})`).get()
      const isWhole = moved?.busy === 0 && moved.log === moved.checkpointed
      if (isWhole) writeMark(this.#file, { commits, pages: pragmaNumber(this.#database, 'page_count'), isWhole })
      return isWhole
    } catch (error) {
      if (!isSyncFailure(error)) return false
      throw damaged(this.#file, 'the disk did not say that it has what was written', error)
    }
  }
}
