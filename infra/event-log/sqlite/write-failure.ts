import { LogFailure } from '../port.ts'

const sqliteFull = 13
const sqliteIoError = 10

/**
 * What a transaction that failed means for the log. After a failed sync, or a rollback that failed too, nobody knows what
 * is on disk. The codes are those of https://sqlite.org/rescode.html.
 */
export function writeFailure(error: unknown, isRolledBack: boolean): LogFailure {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  if (!isRolledBack || isSyncError(code)) return new LogFailure('sync-failed', message)
  if ((code & 0xff) === sqliteFull) return new LogFailure('disk-full', message)
  if ((code & 0xff) === sqliteIoError) return new LogFailure('io-error', message)
  return new LogFailure('other', message)
}

/** SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC. */
function isSyncError(code: number): boolean {
  return code === (sqliteIoError | (4 << 8)) || code === (sqliteIoError | (5 << 8))
}
