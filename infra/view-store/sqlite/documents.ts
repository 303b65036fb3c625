import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { BulkStatement } from './bulk-statement.ts'

/** Fewer are asked for one by one. */
const togetherMin = 4

/** Reads documents by their keys. */
export class DocumentReader {
  readonly #one: StatementSync
  readonly #many: StatementSync

  constructor(database: DatabaseSync) {
    this.#one = database.prepare('SELECT key, json FROM document WHERE key = ?')
    // The list of keys is one value, however many there are: a third faster than one statement for each.
    this.#many = database.prepare(
      'SELECT document.key, document.json FROM json_each(?) AS asked CROSS JOIN document ON document.key = asked.value',
    )
    this.#one.setReturnArrays(true)
    this.#many.setReturnArrays(true)
  }

  get(keys: readonly string[]): ReadonlyMap<string, string> {
    const rows =
      keys.length < togetherMin
        ? keys.flatMap(key => this.#one.all(key))
        : this.#many.all(JSON.stringify([...keys].sort())) // neighbours are in the same page
    // With setReturnArrays a row is an array, which the types do not say.
    return new Map(rows as unknown as readonly (readonly [key: string, json: string])[])
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
