import { DatabaseSync } from 'node:sqlite'
import { type Finding, fail, ok } from './finding.ts'

const nodeMajorMin = 26

/** The first version without the WAL-reset bug, which could damage a database with two writers (sqlite.org/wal.html). */
const sqliteMin = '3.51.3'

export function checkNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= nodeMajorMin) return ok('Node.js', version)
  return fail(
    'Node.js',
    version,
    `Athar needs ${nodeMajorMin} or newer: start it with "npx athar", which brings its own`,
  )
}

export function checkSqlite(version: string): Finding {
  if (version.localeCompare(sqliteMin, 'en', { numeric: true }) >= 0) return ok('SQLite', version)
  return fail(
    'SQLite',
    version,
    `it may damage a log that two processes have open: use a Node with ${sqliteMin} or newer`,
  )
}

/** The version of the SQLite that this Node was built with. */
export function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:')
  const version = database.prepare('SELECT sqlite_version() AS version').get()?.version
  database.close()
  return String(version)
}
