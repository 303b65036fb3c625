import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { BulkStatement } from './bulk-statement.ts'

/** Reads documents by their keys. */
export class DocumentReader {
  readonly #get: StatementSync

  constructor(database: DatabaseSync) {
    this.#get = database.prepare('SELECT json FROM document WHERE key = ?')
    this.#get.setReturnArrays(true)
  }

  get(keys: readonly string[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    for (const key of [...keys].sort()) {
      // With setReturnArrays a row is an array, which the types do not say.
      const row = this.#get.get(key) as unknown as readonly [json: string] | undefined
      if (row !== undefined) found.set(key, row[0])
    }
    return found
  }
}

/** Writes documents, whether they are there or not. */
export class DocumentWriter {
  readonly #put: BulkStatement

  constructor(database: DatabaseSync) {
    this.#put = new BulkStatement(
      database,
      'INSERT OR FAIL INTO document (key, json) VALUES ON CONFLICT (key) DO UPDATE SET json = excluded.json',
      2,
    )
  }

  /** In order of key: neighbours are in the same page. */
  put(documents: ReadonlyMap<string, string>): void {
    const values: SQLInputValue[] = []
    for (const key of [...documents.keys()].sort()) values.push(key, documents.get(key) ?? '')
    this.#put.run(values)
  }
}
