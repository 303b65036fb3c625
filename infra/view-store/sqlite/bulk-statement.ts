import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** Rows in one statement: from here on the way into SQLite and back is a small part of its cost. */
const rowsAtOnce = 50

/** A statement with `VALUES`, run for many rows: a fifth to a third faster than row by row. */
export class BulkStatement {
  readonly #many: StatementSync
  readonly #one: StatementSync
  readonly #columns: number

  /** `sql` has `VALUES` where the rows go. */
  constructor(database: DatabaseSync, sql: string, columns: number) {
    const row = `(${Array(columns).fill('?').join(', ')})`
    this.#one = database.prepare(sql.replace('VALUES', `VALUES ${row}`))
    this.#many = database.prepare(sql.replace('VALUES', `VALUES ${Array(rowsAtOnce).fill(row).join(', ')}`))
    this.#columns = columns
  }

  /** The values of all rows, one row after the other. */
  run(values: readonly SQLInputValue[]): void {
    const together = rowsAtOnce * this.#columns
    let next = 0
    for (; next + together <= values.length; next += together) this.#many.run(...values.slice(next, next + together))
    for (; next < values.length; next += this.#columns) this.#one.run(...values.slice(next, next + this.#columns))
  }
}
