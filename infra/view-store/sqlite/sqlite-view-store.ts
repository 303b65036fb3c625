import type { DatabaseSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import { lockWaitMaxMs as waitMaxMs } from '../../sqlite/open-for-reading.ts'
import {
  type ServedProjection,
  type Step,
  UnusableView,
  type ViewChanges,
  type ViewContent,
  type ViewDescription,
  type ViewReader,
  type ViewStore,
  ViewStoreFailure,
} from '../port.ts'
import { Backfill } from './backfill.ts'
import { removeMark } from './backfill-mark.ts'
import { asViewFailure } from './failure.ts'
import { openToWrite } from './open-view.ts'
import { Snapshots } from './snapshots.ts'
import { SqliteReads } from './sqlite-reads.ts'
import { readViewRow } from './view-row.ts'
import { ViewStatements } from './view-statements.ts'
import { ViewWriter } from './view-writer.ts'

export interface SqliteViewOptions {
  /** Pages of 8 KB in the write-ahead log before they are moved into the file. More writes less, and needs more disk. */
  readonly walPagesMax?: number
  /** How long to wait while another process writes the same view, which is not meant to be. */
  readonly lockWaitMaxMs?: number
}

const walPagesMaxDefault = 8_192

/**
 * A view in a file of SQLite, in the hands of its one writer. Every call holds its thread until it is done: it belongs on
 * the thread that folds. Other threads read through `SqliteViewReader`.
 */
export class SqliteViewStore implements ViewStore {
  readonly #file: string
  readonly #database: DatabaseSync
  readonly #writer: ViewWriter
  readonly #backfill: Backfill
  readonly #snapshots: Snapshots
  readonly #reads: ViewReader
  /** Why nothing can be done any more. */
  #end: Error | undefined

  /**
   * Opens the view of a file, creating it when it is not there. Answers `UnusableView` when what is there is of no use for
   * this fold. Rejects with a `ViewStoreFailure` when it cannot be opened now.
   */
  static async open(
    file: string,
    fold: ViewDescription['fold'],
    { walPagesMax = walPagesMaxDefault, lockWaitMaxMs = waitMaxMs }: SqliteViewOptions = {},
  ): Promise<SqliteViewStore | UnusableView> {
    const database = openToWrite(file, fold, lockWaitMaxMs)
    return database instanceof UnusableView ? database : new SqliteViewStore(database, file, walPagesMax)
  }

  private constructor(database: DatabaseSync, file: string, walPagesMax: number) {
    this.#file = file
    this.#database = database
    this.#writer = new ViewWriter(database)
    this.#backfill = new Backfill(database, file, walPagesMax)
    this.#snapshots = new Snapshots(file)
    const statements = new ViewStatements(database)
    this.#reads = new SqliteReads(read => this.#do(() => statements.inOneTransaction(() => read(statements))))
  }

  get(...asked: Parameters<ViewReader['get']>) {
    return this.#reads.get(...asked)
  }

  list(...asked: Parameters<ViewReader['list']>) {
    return this.#reads.list(...asked)
  }

  balance(...asked: Parameters<ViewReader['balance']>) {
    return this.#reads.balance(...asked)
  }

  accounts(...asked: Parameters<ViewReader['accounts']>) {
    return this.#reads.accounts(...asked)
  }

  journal(...asked: Parameters<ViewReader['journal']>) {
    return this.#reads.journal(...asked)
  }

  moments(...asked: Parameters<ViewReader['moments']>) {
    return this.#reads.moments(...asked)
  }

  entriesAt(...asked: Parameters<ViewReader['entriesAt']>) {
    return this.#reads.entriesAt(...asked)
  }

  tallies(...asked: Parameters<ViewReader['tallies']>) {
    return this.#reads.tallies(...asked)
  }

  checkpoint(): Promise<Position> {
    return this.#reads.checkpoint()
  }

  async describe(): Promise<ViewDescription> {
    return this.#do(() => readViewRow(this.#database).description)
  }

  async serve(projections: readonly ServedProjection[]): Promise<void> {
    this.#do(() => this.#writer.serve(projections))
    this.#ignoringFailure(() => this.#backfill.moveWhenDue())
  }

  async commit(changes: ViewChanges, step: Step): Promise<void> {
    this.#do(() => this.#writer.commit(changes, step))
    this.#ignoringFailure(() => this.#backfill.moveWhenDue())
  }

  async snapshot<Answer>(read: (view: ViewReader) => Promise<Answer>): Promise<Answer> {
    return this.#do(() => this.#snapshots).read(read)
  }

  async *contents(): AsyncIterable<ViewContent> {
    const snapshot = this.#do(() => this.#snapshots.take())
    try {
      yield* snapshot.contents()
    } finally {
      snapshot.release()
    }
  }

  async close(): Promise<void> {
    if (!this.#database.isOpen) return
    this.#snapshots.close()
    this.#ignoringFailure(() => this.#backfill.moveAll())
    this.#database.close()
    this.#ignoringFailure(() => this.#backfill.closed())
    this.#end = new ViewStoreFailure('closed', `${this.#file} is closed`)
  }

  /**
   * What was committed is safe whether it is moved into the file or not. When the store is found damaged meanwhile, whoever
   * uses it next is told.
   */
  #ignoringFailure(move: () => void): void {
    try {
      this.#do(move)
    } catch {
      // See above.
    }
  }

  /** Does what it can, and says what errors mean. What is found damaged stays so. */
  #do<Answer>(work: () => Answer): Answer {
    if (this.#end !== undefined) throw this.#end
    try {
      return work()
    } catch (error) {
      const failure = asViewFailure(error, this.#file)
      if (failure instanceof UnusableView) this.#giveUp(failure)
      throw failure
    }
  }

  #giveUp(why: UnusableView): void {
    this.#end = why
    try {
      removeMark(this.#file)
    } catch {
      // It will be opened again, and found damaged again.
    }
  }
}
