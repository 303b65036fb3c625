import { type ReadableView, UnusableView, type ViewDescription, type ViewReader } from '../port.ts'
import { openToRead } from './open-view.ts'
import { Snapshots } from './snapshots.ts'

/** A view as other threads and processes read it, beside the one that writes it. */
export class SqliteViewReader implements ReadableView {
  readonly #snapshots: Snapshots

  /** Answers `UnusableView` when there is no view, or none that can be read. */
  static async open(file: string): Promise<SqliteViewReader | UnusableView> {
    const database = openToRead(file)
    if (database instanceof UnusableView) return database
    database.close()
    return new SqliteViewReader(file)
  }

  private constructor(file: string) {
    this.#snapshots = new Snapshots(file)
  }

  async describe(): Promise<ViewDescription> {
    const snapshot = this.#snapshots.take()
    try {
      return snapshot.describe()
    } finally {
      snapshot.release()
    }
  }

  snapshot<Answer>(read: (view: ViewReader) => Promise<Answer>): Promise<Answer> {
    return this.#snapshots.read(read)
  }

  async close(): Promise<void> {
    this.#snapshots.close()
  }
}
