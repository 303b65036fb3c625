/** The primary result codes of SQLite that mean something to an operator: https://sqlite.org/rescode.html */
export const sqliteCode = {
  notPermitted: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

/** SQLITE_IOERR_SHORT_READ: the file ends where a page should be. */
export const shortRead = sqliteCode.ioError | (2 << 8)
/** SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC. */
const syncFailures: readonly number[] = [sqliteCode.ioError | (4 << 8), sqliteCode.ioError | (5 << 8)]

/** The extended result code of what SQLite has thrown; `undefined` when something else has. */
export function resultCodeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined
}

/** The primary code: an extended one has it in its low byte, and says more of the same in the others. */
export function primaryCodeOf(error: unknown): number | undefined {
  const code = resultCodeOf(error)
  return code === undefined ? undefined : code & 0xff
}

/** Whether a sync has failed: what was written before may be on the disk or not, whatever is read back now. */
export function isSyncFailure(error: unknown): boolean {
  const code = resultCodeOf(error)
  return code !== undefined && syncFailures.includes(code)
}
