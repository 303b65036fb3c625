import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { afterPrefix } from '../names.ts'
import type { NameRange } from '../port.ts'

/** SQLite sorts every blob after every text: as an upper bound, it is none. */
export const afterAllText = new Uint8Array()

export interface NamedTotal {
  readonly name: string
  readonly total: number
}

/** Reads names that begin with a prefix, and the total of each, from a table that is ordered by `name`. */
export class NameRanges {
  readonly #fromPrefix: StatementSync
  readonly #afterName: StatementSync

  /** `where` narrows the table to one of its partial indexes. */
  constructor(database: DatabaseSync, table: string, where = 'true') {
    const select = `SELECT name, total FROM ${table} WHERE ${where} AND name`
    this.#fromPrefix = database.prepare(`${select} >= ? AND name < ? ORDER BY name LIMIT ?`)
    this.#afterName = database.prepare(`${select} > ? AND name < ? ORDER BY name LIMIT ?`)
  }

  read({ prefix, after, limit }: NameRange): readonly NamedTotal[] {
    const end = afterPrefix(prefix) ?? afterAllText
    const rows =
      after === undefined || after < prefix
        ? this.#fromPrefix.all(prefix, end, limit)
        : this.#afterName.all(after, end, limit)
    return rows.map(({ name, total }) => ({ name: String(name), total: Number(total) }))
  }
}
