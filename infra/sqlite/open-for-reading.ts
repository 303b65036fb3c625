import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { primaryCodeOf, resultCodeOf, sqliteCode } from './result-code.ts'

/**
 * How long is waited for another process or thread that has the database for a moment: the first to open one that was closed
 * well makes its index anew, and the last to close it puts it away.
 */
export const lockWaitMaxMs = 5_000

/** SQLITE_IOERR_SHMOPEN, SHMSIZE, SHMLOCK and SHMMAP. */
const indexFailures: readonly number[] = [18, 19, 20, 21].map(kind => sqliteCode.ioError | (kind << 8))

export interface OpenForReading {
  readonly database: DatabaseSync
  /** It may not see what others write from now on: not to be kept. */
  readonly isOfNow: boolean
}

/**
 * Opens a database to read, beside its writer.
 *
 * SQLite reads one that had a write-ahead log with the help of an index in a file beside it, which the first to open it makes.
 * Where nothing can be written, because the disk is full or read-only for this user, there is none. A file without both is
 * whole by itself, and is then read as one that nobody changes: who wants to change it has to make them first.
 */
export function openForReading(file: string): OpenForReading {
  try {
    return { database: opened(file), isOfNow: false }
  } catch (error) {
    if (!isWithoutIndex(error) || isInUse(file)) throw error
    const unchanging = pathToFileURL(file)
    unchanging.searchParams.set('immutable', '1')
    return { database: opened(unchanging), isOfNow: true }
  }
}

function opened(file: string | URL): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: lockWaitMaxMs, readOnly: true })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get() // SQLite does not look before it is asked something
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function isWithoutIndex(error: unknown): boolean {
  const primary = primaryCodeOf(error)
  if (primary === sqliteCode.cannotOpen || primary === sqliteCode.readOnly) return true
  return indexFailures.includes(resultCodeOf(error) ?? 0)
}

/** Whether somebody has it open, or has left a log or a journal without which the file is not whole. */
function isInUse(file: string): boolean {
  return sizeOf(`${file}-wal`) > 0 || sizeOf(`${file}-journal`) > 0 || hasIndex(file)
}

/**
 * One that found no room is left empty, or with zeros in a part of its length; any other begins with its version,
 * https://sqlite.org/walformat.html#walidxfmt.
 */
function hasIndex(file: string): boolean {
  const index = `${file}-shm`
  if (sizeOf(index) === 0) return false
  const version = new Uint32Array(1)
  readSync(openIndex(index), version, { position: 0 })
  return version[0] !== 0
}

interface OpenIndex {
  readonly descriptor: number
  /** Which file it is: another one may have come in its place since. */
  readonly identity: string
}

/**
 * Those that were looked at, one for each name. They stay open: to close one would end the locks that this process may have on
 * it (fcntl(2)), under the feet of SQLite. One that was removed and made again can go: nobody finds what is locked in it.
 */
const openIndexes = new Map<string, OpenIndex>()

function openIndex(index: string): number {
  const { dev, ino } = statSync(index, { bigint: true })
  const identity = `${dev}:${ino}`
  const known = openIndexes.get(index)
  if (known?.identity === identity) return known.descriptor
  const descriptor = openSync(index, 'r')
  openIndexes.set(index, { descriptor, identity })
  if (known !== undefined) closeSync(known.descriptor)
  return descriptor
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
