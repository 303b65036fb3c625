import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { NameRange, TallyTotal } from '../port.ts'
import { BulkStatement } from './bulk-statement.ts'
import { isTallyDue } from './database.ts'
import { NameRanges } from './name-ranges.ts'

export class TallyReader {
  readonly #totals: NameRanges

  constructor(database: DatabaseSync) {
    this.#totals = new NameRanges(database, 'tally')
  }

  read(range: NameRange): readonly TallyTotal[] {
    return this.#totals.read(range).map(({ name, total }) => ({ tally: name, total }))
  }
}

/** Sums that come to 0 are not kept: none is read that is not answered. */
export class TallyWriter {
  readonly #grow: BulkStatement
  readonly #removeDue: StatementSync

  constructor(database: DatabaseSync) {
    this.#grow = new BulkStatement(
      database,
      'INSERT OR FAIL INTO tally VALUES ON CONFLICT (name) DO UPDATE SET total = total + excluded.total',
      2,
    )
    this.#removeDue = database.prepare(`DELETE FROM tally INDEXED BY tally_due WHERE ${isTallyDue}`)
  }

  grow(tallies: ReadonlyMap<string, number>): void {
    const values: SQLInputValue[] = []
    for (const name of [...tallies.keys()].sort()) values.push(name, tallies.get(name) ?? 0)
    this.#grow.run(values)
    this.#removeDue.run()
  }
}
