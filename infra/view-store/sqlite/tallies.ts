import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { NameRange, TallyTotal } from '../port.ts'
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
  readonly #grow: StatementSync
  readonly #remove: StatementSync

  constructor(database: DatabaseSync) {
    this.#grow = database.prepare(
      `INSERT INTO tally VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET total = total + excluded.total
         RETURNING total`,
    )
    this.#remove = database.prepare('DELETE FROM tally WHERE name = ?')
  }

  grow(tallies: ReadonlyMap<string, number>): void {
    for (const name of [...tallies.keys()].sort())
      if (this.#grow.get(name, tallies.get(name) ?? 0)?.total === 0) this.#remove.run(name)
  }
}
