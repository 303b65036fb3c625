import { primaryCodeOf, resultCodeOf, shortRead, sqliteCode } from './result-code.ts'

/** What is the matter with a database file, in one word and in words for an operator. */
export interface FileTrouble {
  readonly reason: 'locked' | 'not-permitted' | 'disk-full' | 'io-error' | 'damaged' | 'not-a-database' | 'other'
  readonly detail: string
}

type Row = readonly [FileTrouble['reason'], string]

const ofSqlite: Readonly<Record<number, Row>> = {
  [sqliteCode.notPermitted]: ['not-permitted', 'this user may not use it'],
  [sqliteCode.busy]: ['locked', 'another process holds it; try again, or find that process'],
  [sqliteCode.locked]: ['locked', 'another process holds it; try again, or find that process'],
  [sqliteCode.readOnly]: ['not-permitted', 'it, or the disk, is read-only for this user'],
  [sqliteCode.ioError]: ['io-error', 'the disk failed; look into the system log'],
  [sqliteCode.corrupt]: ['damaged', 'it is damaged'],
  [sqliteCode.full]: ['disk-full', 'the disk is full; make room'],
  [sqliteCode.cannotOpen]: ['not-permitted', 'it cannot be opened; look at the rights of the file and its folder'],
  [sqliteCode.notADatabase]: ['not-a-database', 'it is not a database'],
}

const ofSystem: Readonly<Record<string, Row>> = {
  EACCES: ['not-permitted', 'this user may not write here'],
  EPERM: ['not-permitted', 'this user may not write here'],
  EROFS: ['not-permitted', 'the disk is read-only'],
  EIO: ['io-error', 'the disk failed; look into the system log'],
  ENOSPC: ['disk-full', 'the disk is full; make room'],
}

/** What an error of SQLite, or of the file system around it, says of the file. `undefined`: it is neither, or says nothing of it. */
export function fileTroubleOf(error: unknown): FileTrouble | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const row = error.code === 'ERR_SQLITE_ERROR' ? rowOfSqlite(error) : ofSystem[String(error.code)]
  return row && { reason: row[0], detail: row[1] }
}

function rowOfSqlite(error: Error): Row {
  if (resultCodeOf(error) === shortRead) return ['damaged', 'it ends too early']
  return ofSqlite[primaryCodeOf(error) ?? 0] ?? ['other', error.message]
}
