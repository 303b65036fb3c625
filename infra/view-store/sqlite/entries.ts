import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { comparePlaces } from '../names.ts'
import type { IndexPage, IndexPlace, IndexRange, PlacedEntry } from '../port.ts'
import { BulkStatement } from './bulk-statement.ts'
import { IndexNames } from './index-names.ts'
import { afterAllText } from './name-ranges.ts'

export class EntryReader {
  readonly #ascending: StatementSync
  readonly #ascendingAfter: StatementSync
  readonly #descending: StatementSync
  readonly #descendingAfter: StatementSync

  constructor(database: DatabaseSync) {
    const prepare = (lower: string, upper: string, direction: string) => {
      const statement = database.prepare(
        `SELECT sort, key FROM entry WHERE index_id = (SELECT id FROM index_name WHERE name = ?) AND ${lower} AND ${upper}
           ORDER BY sort ${direction}, key ${direction} LIMIT ?`,
      )
      statement.setReturnArrays(true)
      return statement
    }
    this.#ascending = prepare('sort >= ?', 'sort < ?', '')
    this.#ascendingAfter = prepare('(sort, key) > (?, ?)', 'sort < ?', '')
    this.#descending = prepare('sort >= ?', 'sort < ?', 'DESC')
    this.#descendingAfter = prepare('sort >= ?', '(sort, key) < (?, ?)', 'DESC')
  }

  list(index: string, range: IndexRange): IndexPage {
    // One more than asked for tells whether there is another page.
    const found = this.#find(index, range, range.limit + 1)
    const entries = found.slice(0, range.limit)
    const next = entries.at(-1)
    return found.length > entries.length && next !== undefined ? { entries, next } : { entries }
  }

  /** Gives SQLite one bound on each side, the narrower one: of two it would walk from the first. */
  #find(index: string, { from = '', before, descending = false, after }: IndexRange, limit: number) {
    const end = before ?? afterAllText
    if (descending)
      return after === undefined || (before !== undefined && after.sort >= before)
        ? places(this.#descending.all(index, from, end, limit))
        : places(this.#descendingAfter.all(index, from, after.sort, after.key, limit))
    return after === undefined || after.sort < from
      ? places(this.#ascending.all(index, from, end, limit))
      : places(this.#ascendingAfter.all(index, after.sort, after.key, end, limit))
  }
}

export class EntryWriter {
  readonly #names: IndexNames
  readonly #add: BulkStatement
  readonly #remove: StatementSync

  constructor(database: DatabaseSync) {
    this.#names = new IndexNames(database)
    this.#add = new BulkStatement(database, 'INSERT OR IGNORE INTO entry (index_id, sort, key) VALUES', 3)
    this.#remove = database.prepare('DELETE FROM entry WHERE index_id = ? AND sort = ? AND key = ?')
  }

  add(entries: readonly PlacedEntry[]): void {
    const values: SQLInputValue[] = []
    for (const [id, places] of this.#byIndex(entries))
      for (const { sort, key } of inOrder(places)) values.push(id, sort, key)
    this.#add.run(values)
  }

  remove(entries: readonly PlacedEntry[]): void {
    for (const [id, places] of this.#byIndex(entries))
      for (const { sort, key } of inOrder(places)) this.#remove.run(id, sort, key)
  }

  /** What was written since the transaction began is not there. */
  forget(): void {
    this.#names.forget()
  }

  #byIndex(entries: readonly PlacedEntry[]): readonly (readonly [id: number, places: PlacedEntry[]])[] {
    const byName = Map.groupBy(entries, ({ index }) => index)
    return [...byName].map(([name, places]) => [this.#names.idOf(name), places] as const).sort(([a], [b]) => a - b)
  }
}

function places(rows: readonly unknown[]): readonly IndexPlace[] {
  // With setReturnArrays a row is an array, which the types do not say; both columns are text that may not be NULL.
  return (rows as readonly (readonly [sort: string, key: string])[]).map(([sort, key]) => ({ sort, key }))
}

function inOrder(entries: PlacedEntry[]): readonly PlacedEntry[] {
  return entries.sort(comparePlaces)
}
