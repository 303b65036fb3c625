import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { primaryCodeOf, sqliteCode } from '../../sqlite/result-code.ts'

/**
 * Whether a process holds the writer's lock on a log (`writer-lock.ts`). It looks without taking the lock: a writer that starts
 * in the same microseconds could still be turned away, and would be started again.
 */
export function isBeingWritten(logFile: string): boolean {
  const lockFile = `${logFile}-lock`
  if (!existsSync(lockFile)) return false
  const database = new DatabaseSync(lockFile, { readOnly: true })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    if (primaryCodeOf(error) === sqliteCode.busy) return true
    throw error
  } finally {
    database.close()
  }
}
