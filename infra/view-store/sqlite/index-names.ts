import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Names that are kept in memory: when there are more indexes, those in use are looked up again. */
const remembered = 50_000

/** The numbers of indexes. A name that was given one keeps it. */
export class IndexNames {
  readonly #known = new Map<string, number>()
  readonly #find: StatementSync
  readonly #add: StatementSync

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT id FROM index_name WHERE name = ?')
    this.#add = database.prepare('INSERT INTO index_name (name) VALUES (?)')
  }

  /** The number of an index, new when it has none. */
  idOf(name: string): number {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const id = Number(this.#find.get(name)?.id ?? this.#add.run(name).lastInsertRowid)
    if (this.#known.size >= remembered) this.#known.clear()
    this.#known.set(name, id)
    return id
  }

  /** Numbers that were given in a transaction that is undone are given anew. */
  forget(): void {
    this.#known.clear()
  }
}
