import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import { AccountReader } from './account-reader.ts'
import { DocumentReader } from './documents.ts'
import { EntryReader } from './entries.ts'
import { TallyReader } from './tallies.ts'

/** All statements that read a view, prepared once for a connection. */
export class ViewStatements {
  readonly documents: DocumentReader
  readonly entries: EntryReader
  readonly accounts: AccountReader
  readonly tallies: TallyReader
  readonly #database: DatabaseSync
  readonly #checkpoint: StatementSync
  readonly #begin: StatementSync
  readonly #end: StatementSync

  constructor(database: DatabaseSync) {
    this.#database = database
    this.documents = new DocumentReader(database)
    this.entries = new EntryReader(database)
    this.accounts = new AccountReader(database)
    this.tallies = new TallyReader(database)
    this.#checkpoint = database.prepare('SELECT checkpoint FROM view')
    this.#begin = database.prepare('BEGIN')
    this.#end = database.prepare('COMMIT')
  }

  checkpoint(): Position {
    return Number(this.#checkpoint.get()?.checkpoint)
  }

  /** From here to `endReading` the view stays as it is now. */
  beginReading(): void {
    this.#begin.run()
    this.checkpoint() // a transaction sees what is committed when it reads for the first time
  }

  endReading(): void {
    this.#end.run()
  }

  inOneTransaction<Answer>(read: () => Answer): Answer {
    this.beginReading()
    try {
      return read()
    } finally {
      if (this.#database.isTransaction) this.endReading() // SQLite itself ends it after some errors
    }
  }
}
