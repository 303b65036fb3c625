import type { DatabaseSync } from 'node:sqlite'
import { KeyStoreFailure, keyRoles } from '../port.ts'

/** "AtKy": tells this file from any other SQLite database. */
const applicationId = 0x41_74_4b_79
const version = 1

/**
 * `change` numbers the writes to the whole table: who has seen up to one reads what came after it. `organisations` is a
 * JSON array, read whole and never searched.
 */
const createTable = `
  CREATE TABLE key (
    id TEXT NOT NULL PRIMARY KEY,
    secret_hash BLOB NOT NULL CHECK (length(secret_hash) = 32),
    role TEXT NOT NULL CHECK (role IN (${keyRoles.map(role => `'${role}'`).join(', ')})),
    organisations TEXT NOT NULL CHECK ((role = 'party') = (json_array_length(organisations) > 0)),
    name TEXT,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER,
    revoked_at_ms INTEGER,
    change INTEGER NOT NULL UNIQUE
  ) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};`

/** Makes the tables in an empty database, and refuses one that is not a key store of this version. */
export function prepareSchema(database: DatabaseSync, file: string): void {
  if (isPrepared(database, file)) return
  // Another process may be doing the same: whoever takes the write lock second finds it done.
  database.exec('BEGIN IMMEDIATE')
  try {
    if (!isPrepared(database, file)) database.exec(createTable)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** Whether the tables are there. Throws a KeyStoreFailure when it is another database, or of another version. */
export function isPrepared(database: DatabaseSync, file: string): boolean {
  const id = pragma(database, 'application_id')
  const found = pragma(database, 'user_version')
  if (id === 0 && found === 0) return false
  if (id !== applicationId) throw new KeyStoreFailure('damaged', `${file} is a database, but not of Athar's keys`)
  if (found !== version)
    throw new KeyStoreFailure('other', `${file} has layout ${found}, this Athar reads ${version}: use the newer Athar`)
  return true
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}
