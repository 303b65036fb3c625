import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { changesMustFit } from '../changes.ts'
import { type ServedProjection, type Step, type ViewChanges, WrongCheckpoint } from '../port.ts'
import { AccountWriter } from './account-writer.ts'
import { DocumentWriter } from './documents.ts'
import { EntryWriter } from './entries.ts'
import { Damage } from './failure.ts'
import { TallyWriter } from './tallies.ts'

/** Writes to a view: each change is one transaction. */
export class ViewWriter {
  readonly #database: DatabaseSync
  readonly #documents: DocumentWriter
  readonly #entries: EntryWriter
  readonly #accounts: AccountWriter
  readonly #tallies: TallyWriter
  readonly #checkpoint: StatementSync
  readonly #moveOn: StatementSync
  readonly #serve: StatementSync

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#documents = new DocumentWriter(database)
    this.#entries = new EntryWriter(database)
    this.#accounts = new AccountWriter(database)
    this.#tallies = new TallyWriter(database)
    this.#checkpoint = database.prepare('SELECT checkpoint FROM view')
    this.#moveOn = database.prepare('UPDATE view SET checkpoint = ?, hash = ?, commits = commits + 1')
    this.#serve = database.prepare('UPDATE view SET projections = ?, commits = commits + 1')
  }

  commit(changes: ViewChanges, step: Step): void {
    this.#transaction(() => {
      const actual = Number(this.#checkpoint.get()?.checkpoint)
      if (step.from !== actual) throw new WrongCheckpoint(step.from, actual)
      changesMustFit(changes, step)
      this.#documents.put(changes.documents)
      this.#entries.remove(changes.entriesRemoved)
      this.#entries.add(changes.entriesAdded)
      this.#accounts.post(changes.postings)
      this.#tallies.grow(changes.tallies)
      this.#moveOn.run(step.to, step.hash ?? null)
    })
  }

  serve(projections: readonly ServedProjection[]): void {
    this.#transaction(() => this.#serve.run(JSON.stringify(projections)))
  }

  #transaction(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#rollBack(error)
      throw error
    }
  }

  #rollBack(cause: unknown): void {
    this.#entries.forget()
    try {
      // SQLite has already rolled back after some errors.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
    } catch {
      throw new Damage('a transaction could not be undone', { cause })
    }
  }
}
