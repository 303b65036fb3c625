import { UnusableView, ViewStoreFailure, type ViewStoreFailureReason } from '../port.ts'

/** https://sqlite.org/rescode.html: what says that the file is not what it should be. */
const corrupt = 11
const notADatabase = 26
const shortRead = 10 | (2 << 8)
/** Extended codes have the primary one in their low byte. */
const primaryCode = 0xff

const failureOfSqlite: Readonly<Record<number, readonly [ViewStoreFailureReason, string]>> = {
  3: ['not-permitted', 'this user may not use it'],
  5: ['locked', 'another process is writing it'],
  6: ['locked', 'another process is writing it'],
  8: ['not-permitted', 'it, or the disk, is read-only for this user'],
  10: ['io-error', 'the disk failed; look into the system log'],
  13: ['disk-full', 'the disk is full; make room'],
  14: ['not-permitted', 'it cannot be opened; look at the rights of the file and its folder'],
}

const failureOfSystem: Readonly<Record<string, readonly [ViewStoreFailureReason, string]>> = {
  EACCES: ['not-permitted', 'this user may not write here'],
  EPERM: ['not-permitted', 'this user may not write here'],
  EROFS: ['not-permitted', 'the disk is read-only'],
  EIO: ['io-error', 'the disk failed; look into the system log'],
  ENOSPC: ['disk-full', 'the disk is full; make room'],
}

/** SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC. */
const syncFailures = [10 | (4 << 8), 10 | (5 << 8)]

/** What SQLite answered can only be if the view is damaged. */
export class Damage extends Error {
  override readonly name = 'Damage'
}

/** Whether a sync failed: what was written before may be on the disk or not, whatever is read back now. */
export function isSyncFailure(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && syncFailures.includes(Number(error.errcode))
}

/** Says of an error from SQLite or the file system what it means for a view. Other errors are answered as they are. */
export function asViewFailure(error: unknown, file: string): unknown {
  if (error instanceof Damage) return damaged(file, error.message, error)
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code !== 'ERR_SQLITE_ERROR') return failureOf(failureOfSystem[String(error.code)], error, file) ?? error
  const code = 'errcode' in error ? Number(error.errcode) : 0
  const primary = code & primaryCode
  if (primary === corrupt || code === shortRead) return damaged(file, error.message, error)
  if (primary === notADatabase) return new UnusableView('not-a-view', `${file} is not a database`, { cause: error })
  return failureOf(failureOfSqlite[primary] ?? ['other', error.message], error, file)
}

export function damaged(file: string, how: string, cause?: unknown): UnusableView {
  return new UnusableView('damaged', `${file} is damaged: ${how}`, { cause })
}

function failureOf(
  failure: readonly [ViewStoreFailureReason, string] | undefined,
  cause: Error,
  file: string,
): ViewStoreFailure | undefined {
  if (failure === undefined) return undefined
  const [reason, detail] = failure
  return new ViewStoreFailure(reason, `${file}: ${detail} (${cause.message})`, { cause })
}
