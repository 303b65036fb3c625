import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Family, families } from '@athar/events/event-type.ts'
import { closedOnFailure } from '../../sqlite/closed-on-failure.ts'
import { lockWaitMaxMs, openForReading as openDatabaseForReading } from '../../sqlite/open-for-reading.ts'
import { drawSeed, type StreamKey, seedOf } from './stream-key.ts'

/**
 * The file of the log. Events stand in blocks: up to `blockBytesMax` of consecutive events as lines of JSON, compressed
 * together (a fifth to a tenth of their size), so that a row of SQLite is paid once for a hundred events.
 */
const format = 1

const schema = `
  CREATE TABLE IF NOT EXISTS log (format INTEGER NOT NULL, created_at TEXT NOT NULL, seed BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS block (
    first_position INTEGER PRIMARY KEY, -- of its events, which are dense: first_position + 0, 1, 2 …
    count          INTEGER NOT NULL,
    families       INTEGER NOT NULL,    -- a bit for each family of streams that occurs, see familyBit
    links          BLOB    NOT NULL,    -- 18 bytes an event, see links.ts
    hashes         BLOB    NOT NULL,    -- SHA-256 (0x00 ‖ bytes), 32 bytes an event
    events         BLOB    NOT NULL     -- zstd of the recorded events without position, a line each
  );
`

/** Events of a block before compression: large enough to compress well, small enough to read for one event of it. */
export const blockBytesMax = 64 * 1024
export const hashBytes = 32

/** A family has a bit of a 32-bit number each, and none has the sign. */
const familiesMax = 31

/** The bit of a family in `block.families`. The order of `families` is part of the file format: append, never reorder. */
export function familyBit(family: Family): number {
  const place = families.indexOf(family)
  // Else an event would be recorded that no reader ever finds.
  if (place === -1 || place >= familiesMax) throw new RangeError(`${family} has no place in the blocks of the log`)
  return 1 << place
}

/** Opens the log for its one writer, creating it when it is not there. */
export function openForWriting(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  return closedOnFailure(new DatabaseSync(file, { timeout: lockWaitMaxMs }), database => {
    // FULL: the write-ahead log is synced at every commit. Checkpoints are made by `SqliteEventLog`, between two batches.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0')
    if (isNew) chmodSync(file, 0o600)
    database.exec(schema)
    const known = database.prepare('SELECT format FROM log').get()
    if (known === undefined)
      database.prepare('INSERT INTO log VALUES (?, ?, ?)').run(format, new Date().toISOString(), drawSeed())
    else refuseOtherFormat(file, known)
    database.exec('PRAGMA busy_timeout = 0') // from here on nobody else may write: what is refused is not waited for
    return database
  })
}

/**
 * What is in the file that no ledger has put there: a trigger would change what is recorded from then on, and a second row
 * of `log` what the first says. In words; empty when there is nothing.
 */
export function foreignParts(database: DatabaseSync): readonly string[] {
  const own = new DatabaseSync(':memory:')
  try {
    own.exec(schema)
    const known = new Set(partsOf(own))
    const foreign = partsOf(database).filter(part => !known.has(part))
    const rows = Number(database.prepare('SELECT count(*) AS rows FROM log').get()?.rows)
    return rows === 1 ? foreign : [...foreign, `table log with ${rows} rows`]
  } finally {
    own.close()
  }
}

function partsOf(database: DatabaseSync): readonly string[] {
  const parts = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  return parts.map(({ type, name, sql }) => `${type} ${name}: ${withoutComments(String(sql))}`)
}

/** SQLite keeps the text of a statement as it was written: an older Athar may have said other words in it. */
function withoutComments(sql: string): string {
  return sql.replace(/--.*/g, '').replace(/\s+/g, ' ')
}

/** Opens the log beside its writer, to read. Throws when there is no log. */
export function openForReading(file: string): DatabaseSync {
  if (!existsSync(file)) throw new Error(`there is no log at ${file}`)
  return closedOnFailure(openDatabaseForReading(file).database, database => {
    database.exec('PRAGMA query_only = ON')
    refuseOtherFormat(file, database.prepare('SELECT format FROM log').get())
    return database
  })
}

/** The seed of this log's stream keys. */
export function readSeed(database: DatabaseSync): StreamKey {
  const row = database.prepare('SELECT seed FROM log').get()
  if (!(row?.seed instanceof Uint8Array)) throw new Error('the log has no seed; run athar verify')
  return seedOf(row.seed)
}

function refuseOtherFormat(file: string, row: Record<string, unknown> | undefined): void {
  if (row?.format !== format)
    throw new Error(`${file} has format ${row?.format}; this version of Athar reads format ${format}`)
}
