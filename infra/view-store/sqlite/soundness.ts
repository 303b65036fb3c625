import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { UnusableView, type ViewDescription } from '../port.ts'
import { readMark } from './backfill-mark.ts'
import { applicationId, format, pageBytes, pragmaNumber } from './database.ts'
import { damaged } from './failure.ts'
import { readViewRow } from './view-row.ts'

/**
 * Looks at the length of the file of a view: whether it is as long as it was. What was changed in it is found when it is
 * read, or by comparing it with the log. The file is not opened for this: to close it again would end the locks that SQLite
 * holds on it for whoever else in this process has it open (fcntl(2), https://sqlite.org/howtocorrupt.html#_posix_advisory_locks).
 */
export function whyCutOff(file: string): UnusableView | undefined {
  const { size } = statSync(file)
  const pages = readMark(file)?.pages ?? 0 // one without a mark is found by `whyLogUnusable`
  return size < pages * pageBytes ? damaged(file, `it has ${size} bytes, and had ${pages} pages`) : undefined
}

/** SQLite would make a new database of an empty file. To be asked before it opens it. */
export function whyEmpty(file: string): UnusableView | undefined {
  return statSync(file).size === 0 ? damaged(file, 'it is empty') : undefined
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
