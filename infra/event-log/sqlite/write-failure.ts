import { isSyncFailure, primaryCodeOf, sqliteCode } from '../../sqlite/result-code.ts'
import { LogFailure } from '../port.ts'

/**
 * What a transaction that failed means for the log. After a failed sync, or a rollback that failed too, nobody knows what
 * is on disk.
 */
export function writeFailure(error: unknown, isRolledBack: boolean): LogFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (!isRolledBack || isSyncFailure(error)) return new LogFailure('sync-failed', message)
  const code = primaryCodeOf(error)
  if (code === sqliteCode.full) return new LogFailure('disk-full', message)
  if (code === sqliteCode.ioError) return new LogFailure('io-error', message)
  return new LogFailure('other', message)
}
