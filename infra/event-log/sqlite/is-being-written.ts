import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const sqliteBusy = 5

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
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return true
    throw error
  } finally {
    database.close()
  }
}
