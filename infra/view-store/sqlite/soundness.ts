import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { UnusableView, type ViewDescription } from '../port.ts'
import { readMark } from './backfill-mark.ts'
import { applicationId, format, pragmaNumber } from './database.ts'
import { damaged } from './failure.ts'
import { readViewRow } from './view-row.ts'

const magic = 'SQLite format 3\0'
const pageSizeOffset = 16 // https://sqlite.org/fileformat2.html#the_database_header

/**
 * Looks at the file of a view before it is opened: that it is a database, and as long as it was. All that is looked at is
 * its beginning and its length; what was changed in its middle is found when it is read, or by comparing it with the log.
 */
export function whyFileUnusable(file: string): UnusableView | undefined {
  const { head, length } = beginningOf(file)
  const mark = readMark(file)
  if (head.toString('latin1', 0, magic.length) !== magic)
    return length === 0 ? damaged(file, 'it is empty') : new UnusableView('not-a-view', `${file} is not a database`)
  if (mark === undefined) return damaged(file, 'it has no mark of how far it was written')
  if (length < mark.pages * head.readUInt16BE(pageSizeOffset))
    return damaged(file, `it has ${length} bytes, and had ${mark.pages} pages`)
  return undefined
}

/** Looks at an open database: that it is a view of this format, and when a fold is given, of that fold. */
export function whyViewUnusable(
  database: DatabaseSync,
  file: string,
  fold?: ViewDescription['fold'],
): UnusableView | undefined {
  if (pragmaNumber(database, 'application_id') !== applicationId)
    return new UnusableView('not-a-view', `${file} is a database, but not of views`)
  const found = pragmaNumber(database, 'user_version')
  if (found !== format)
    return new UnusableView('other-format', `${file} has format ${found}; this Athar reads format ${format}`)
  const { description } = readViewRow(database)
  if (fold === undefined) return undefined
  const { name, version } = description.fold
  if (name === fold.name && version === fold.version) return undefined
  const wanted = `${fold.name} version ${fold.version}`
  return new UnusableView('other-fold', `${file} holds ${name} version ${version}, not ${wanted}`)
}

/** Whether the write-ahead log still has all that the file was written from. For its writer, right after opening. */
export function whyLogUnusable(database: DatabaseSync, file: string): UnusableView | undefined {
  const { commits } = readViewRow(database) // reading it is what makes SQLite look at the write-ahead log
  const walPages = Number(database.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.log ?? 0)
  const mark = readMark(file)
  if (mark === undefined) return damaged(file, 'it has no mark of how far it was written')
  if (commits < mark.commits)
    return damaged(file, `its write-ahead log ends with transaction ${commits}, and had ${mark.commits}`)
  if (!mark.isWhole && walPages <= 0) return damaged(file, 'its write-ahead log is gone, and was not in the file yet')
  return undefined
}

function beginningOf(file: string): { readonly head: Buffer; readonly length: number } {
  const descriptor = openSync(file, 'r')
  try {
    const head = Buffer.alloc(100)
    readSync(descriptor, head, 0, head.length, 0)
    return { head, length: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}
