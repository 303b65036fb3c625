import { DatabaseSync } from 'node:sqlite'
import { type OpenForReading, openForReading } from '../../sqlite/open-for-reading.ts'
import type { ViewDescription } from '../port.ts'
import { chunkEntries } from './journal/levels.ts'

/** "AtVw": tells a view from any other SQLite database. */
export const applicationId = 0x41_74_56_77

/** Counts up when the tables, or what is packed in them, change: views of another format are folded again. */
export const format = 3

/**
 * Of 8 KB, because a row of a table WITHOUT ROWID up to a quarter of a page stays within it: 15,000 accounts and 20,000
 * documents of 1 KB are written in two thirds of the time that pages of 4 KB take.
 */
export const pageBytes = 8_192

/** Pages that the writer keeps. The system keeps the file in memory as well: four times as much builds views no sooner. */
const writerCacheKib = 32_768
/** Pages that a reader keeps. They are worth nothing after a commit, and the system keeps the file in memory. */
const readerCacheKib = 2_048

/**
 * What must be looked at before a transaction ends, found by an index of its own: accounts whose young entries fill a
 * chunk, and tallies that have come to 0.
 */
export const isAccountDue = `count - chunks * ${chunkEntries} >= ${chunkEntries}`
export const isTallyDue = 'total = 0'

/**
 * Documents stand in order of arrival, so those of one time lie together and are changed together; they may be longer than
 * a quarter of a page. Entries are rows of their own index and nothing else; names of indexes are numbered, which makes
 * them a third smaller. The young entries of an account are in its row: most accounts never have more than these.
 *
 * Sums are numbers of JavaScript, which are exact up to 9,007,199,254,740,991: in grams, nine billion tonnes. One that somebody
 * drives beyond, with masses that there cannot be, is rounded. It stops nobody.
 *
 * Documents, accounts and tallies have no constraint that an upsert could break, nor an index with a function: a statement
 * of many rows that may fail in the midst first copies every page that it touches, which costs 1 µs an event. They are
 * written with OR FAIL, because their transaction is undone as a whole.
 */
const schema = `
  CREATE TABLE view (
    fold_name    TEXT    NOT NULL,
    fold_version INTEGER NOT NULL,
    projections  TEXT    NOT NULL, -- JSON of ServedProjection[]
    checkpoint   INTEGER NOT NULL,
    hash         TEXT,             -- of the event at the checkpoint
    commits      INTEGER NOT NULL  -- transactions so far, see backfill-mark.ts
  ) STRICT;
  CREATE TABLE document (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, json TEXT) STRICT;
  CREATE TABLE index_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE entry (
    index_id INTEGER NOT NULL, sort TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (index_id, sort, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE account (
    name   TEXT NOT NULL PRIMARY KEY,
    total  REAL,
    count  INTEGER,           -- entries of its journal
    chunks INTEGER DEFAULT 0, -- those that were made of them
    young  BLOB               -- the entries that are in no chunk yet, see journal/
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX account_not_zero ON account (name, total) WHERE total <> 0;
  CREATE INDEX account_negative ON account (name, total) WHERE total < 0;
  CREATE INDEX account_due ON account (name) WHERE ${isAccountDue};
  CREATE TABLE chunk (
    account       TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    last_position INTEGER NOT NULL,
    sum_before    REAL    NOT NULL, -- of all chunks before it
    entries       BLOB    NOT NULL,
    PRIMARY KEY (account, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX chunk_position ON chunk (account, last_position, number);
  CREATE TABLE run (
    account       TEXT    NOT NULL,
    level         INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    first_time_ms INTEGER NOT NULL,
    page          BLOB    NOT NULL,
    PRIMARY KEY (account, level, number, first_time_ms)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tally (name TEXT NOT NULL PRIMARY KEY, total REAL) STRICT, WITHOUT ROWID;
  CREATE INDEX tally_due ON tally (name) WHERE ${isTallyDue};
`

/**
 * Opens a view for its writer. NORMAL: a transaction is not synced, so a power cut may take the last ones away, each of
 * them whole; they are folded again. What is moved from the write-ahead log into the file is synced before and after.
 * That is the writer's own affair, see backfill.ts.
 */
export function connectForWriting(file: string, lockWaitMaxMs: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: lockWaitMaxMs })
  try {
    database.exec(`PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`)
    database.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -${writerCacheKib}; PRAGMA cell_size_check = ON`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens a view beside its writer. */
export function connectForReading(file: string): OpenForReading {
  const opened = openForReading(file)
  try {
    opened.database.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${readerCacheKib}; PRAGMA cell_size_check = ON`)
    return opened
  } catch (error) {
    opened.database.close()
    throw error
  }
}

/** Makes the tables of an empty view in a database that has none. */
export function createTables(database: DatabaseSync, fold: ViewDescription['fold']): void {
  database.exec('BEGIN IMMEDIATE')
  database.exec(schema)
  database.prepare(`INSERT INTO view VALUES (?, ?, '[]', 0, NULL, 0)`).run(fold.name, fold.version)
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format}; COMMIT`)
}

/** One number that SQLite tells of a database. */
export function pragmaNumber(database: DatabaseSync, name: 'application_id' | 'user_version' | 'page_count'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}
