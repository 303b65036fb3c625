import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { UnusableView, type ViewDescription } from '../port.ts'
import { writeMark } from './backfill-mark.ts'
import { connectForReading, connectForWriting, createTables } from './database.ts'
import { asViewFailure, missing } from './failure.ts'
import { removeView } from './remove-view.ts'
import { whyCutOff, whyEmpty, whyLogUnusable, whyViewUnusable } from './soundness.ts'

/**
 * Opens the database of a view for its writer, creating it when it is not there. Answers why when it is of no use; throws
 * a `ViewStoreFailure` when it cannot be opened now.
 */
export function openToWrite(
  file: string,
  fold: ViewDescription['fold'],
  lockWaitMaxMs: number,
): DatabaseSync | UnusableView {
  return unlessUnusable(file, () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const isNew = !existsSync(file)
    if (isNew) removeView(file) // what is left of one whose file was taken away
    const unusable = isNew ? undefined : whyEmpty(file)
    if (unusable !== undefined) return unusable
    return closedUnlessFit(connectForWriting(file, lockWaitMaxMs), database => {
      if (isNew) createView(database, file, fold)
      return whyCutOff(file) ?? whyViewUnusable(database, file, fold) ?? whyLogUnusable(database, file)
    })
  })
}

/** Opens the database of a view beside its writer. */
export function openToRead(file: string): DatabaseSync | UnusableView {
  if (!existsSync(file)) return missing(file)
  return unlessUnusable(file, () =>
    closedUnlessFit(connectForReading(file).database, database => whyViewUnusable(database, file)),
  )
}

function createView(database: DatabaseSync, file: string, fold: ViewDescription['fold']): void {
  createTables(database, fold)
  // From here on the file can be looked at: before, it has no mark, and is made again.
  writeMark(file, { commits: 0, pages: 0, isWhole: false })
}

function closedUnlessFit(
  database: DatabaseSync,
  whyUnusable: (database: DatabaseSync) => UnusableView | undefined,
): DatabaseSync | UnusableView {
  try {
    const unusable = whyUnusable(database)
    if (unusable === undefined) return database
    database.close()
    return unusable
  } catch (error) {
    database.close()
    throw error
  }
}

function unlessUnusable(file: string, open: () => DatabaseSync | UnusableView): DatabaseSync | UnusableView {
  try {
    return open()
  } catch (error) {
    const failure = asViewFailure(error, file)
    if (failure instanceof UnusableView) return failure
    throw failure
  }
}
