import { primaryCodeOf, resultCodeOf, shortRead, sqliteCode } from '../../sqlite/result-code.ts'
import { UnusableView, ViewStoreFailure, type ViewStoreFailureReason } from '../port.ts'

const failureOfSqlite: Readonly<Record<number, readonly [ViewStoreFailureReason, string]>> = {
  [sqliteCode.notPermitted]: ['not-permitted', 'this user may not use it'],
  [sqliteCode.busy]: ['locked', 'another process is writing it'],
  [sqliteCode.locked]: ['locked', 'another process is writing it'],
  [sqliteCode.readOnly]: ['not-permitted', 'it, or the disk, is read-only for this user'],
  [sqliteCode.ioError]: ['io-error', 'the disk failed; look into the system log'],
  [sqliteCode.full]: ['disk-full', 'the disk is full; make room'],
  [sqliteCode.cannotOpen]: ['not-permitted', 'it cannot be opened; look at the rights of the file and its folder'],
}

const failureOfSystem: Readonly<Record<string, readonly [ViewStoreFailureReason, string]>> = {
  EACCES: ['not-permitted', 'this user may not write here'],
  EPERM: ['not-permitted', 'this user may not write here'],
  EROFS: ['not-permitted', 'the disk is read-only'],
  EIO: ['io-error', 'the disk failed; look into the system log'],
  ENOSPC: ['disk-full', 'the disk is full; make room'],
}

/** What SQLite answered can only be if the view is damaged. */
export class Damage extends Error {
  override readonly name = 'Damage'
}

/** Says of an error from SQLite or the file system what it means for a view. Other errors are answered as they are. */
export function asViewFailure(error: unknown, file: string): unknown {
  if (error instanceof Damage) return damaged(file, error.message, error)
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code !== 'ERR_SQLITE_ERROR') return failureOf(failureOfSystem[String(error.code)], error, file) ?? error
  const primary = primaryCodeOf(error) ?? 0
  if (primary === sqliteCode.corrupt || resultCodeOf(error) === shortRead) return damaged(file, error.message, error)
  if (primary === sqliteCode.notADatabase)
    return new UnusableView('not-a-view', `${file} is not a database`, { cause: error })
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
