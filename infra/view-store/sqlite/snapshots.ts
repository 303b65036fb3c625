import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { OpenForReading } from '../../sqlite/open-for-reading.ts'
import { type ViewContent, type ViewDescription, type ViewReader, ViewStoreFailure } from '../port.ts'
import { contentsOf } from './contents.ts'
import { connectForReading } from './database.ts'
import { asViewFailure, missing } from './failure.ts'
import { type Answering, SqliteReads } from './sqlite-reads.ts'
import { readViewRow } from './view-row.ts'
import { ViewStatements } from './view-statements.ts'

/** Connections that are kept for the next snapshots. More are opened when they are needed, which takes half a millisecond. */
const idleMax = 4

interface Connection extends OpenForReading {
  readonly statements: ViewStatements
}

/** A connection that reads one state of the view, whatever is committed meanwhile. */
export interface Snapshot {
  readonly view: ViewReader
  describe(): ViewDescription
  contents(): AsyncIterable<ViewContent>
  release(): void
}

/** Snapshots of a view, each on a connection of its own, because the reads of several requests take turns. */
export class Snapshots {
  readonly #file: string
  readonly #idle: Connection[] = []
  #isClosed = false

  constructor(file: string) {
    this.#file = file
  }

  async read<Answer>(read: (view: ViewReader) => Promise<Answer>): Promise<Answer> {
    const snapshot = this.take()
    try {
      return await read(snapshot.view)
    } finally {
      snapshot.release()
    }
  }

  /** Throws a `ViewStoreFailure` or `UnusableView` when the view cannot be read. */
  take(): Snapshot {
    if (this.#isClosed) throw new ViewStoreFailure('closed', `${this.#file} is closed`)
    try {
      return this.#begin(this.#idle.pop() ?? connect(this.#file))
    } catch (error) {
      // Its writer may have removed it since it was opened. SQLite says of that no more than that it cannot be opened.
      throw existsSync(this.#file) ? asViewFailure(error, this.#file) : missing(this.#file)
    }
  }

  /** Those that are taken are closed when they are released. */
  close(): void {
    this.#isClosed = true
    for (const { database } of this.#idle.splice(0)) database.close()
  }

  #begin(connection: Connection): Snapshot {
    const { database, statements } = connection
    try {
      statements.beginReading()
    } catch (error) {
      database.close()
      throw error
    }
    let isReleased = false
    const answer: Answering = read => {
      if (isReleased) throw new ViewStoreFailure('closed', 'the snapshot has ended')
      try {
        return read(statements)
      } catch (error) {
        throw asViewFailure(error, this.#file)
      }
    }
    const release = () => {
      if (isReleased) return
      isReleased = true
      this.#giveBack(connection)
    }
    const view = new SqliteReads(answer)
    return {
      view,
      describe: () => answer(() => readViewRow(database).description),
      contents: () => this.#contents(database, view),
      release,
    }
  }

  async *#contents(database: DatabaseSync, view: ViewReader): AsyncIterable<ViewContent> {
    try {
      yield* contentsOf(database, view)
    } catch (error) {
      throw asViewFailure(error, this.#file)
    }
  }

  #giveBack(connection: Connection): void {
    const isKept = !this.#isClosed && this.#idle.length < idleMax && !connection.isOfNow && hasEnded(connection)
    if (isKept) this.#idle.push(connection)
    else connection.database.close()
  }
}

function hasEnded({ statements }: Connection): boolean {
  try {
    statements.endReading()
    return true
  } catch {
    return false // SQLite has ended the transaction itself, after an error
  }
}

function connect(file: string): Connection {
  const opened = connectForReading(file)
  try {
    return { ...opened, statements: new ViewStatements(opened.database) }
  } catch (error) {
    opened.database.close()
    throw error
  }
}
