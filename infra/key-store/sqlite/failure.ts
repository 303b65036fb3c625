import { primaryCodeOf, sqliteCode } from '../../sqlite/result-code.ts'
import { KeyStoreFailure, type KeyStoreFailureReason } from '../port.ts'

const reasons: Readonly<Record<number, readonly [KeyStoreFailureReason, string]>> = {
  [sqliteCode.notPermitted]: ['not-permitted', 'this user may not use it'],
  [sqliteCode.busy]: ['locked', 'another process holds it; try again, or find that process'],
  [sqliteCode.locked]: ['locked', 'another process holds it; try again, or find that process'],
  [sqliteCode.readOnly]: ['not-permitted', 'it, or the disk, is read-only for this user'],
  [sqliteCode.ioError]: ['io-error', 'the disk failed; look into the system log'],
  [sqliteCode.corrupt]: ['damaged', 'it is damaged; restore it from a backup'],
  [sqliteCode.full]: ['disk-full', 'the disk is full; make room'],
  [sqliteCode.cannotOpen]: ['not-permitted', 'it cannot be opened; look at the rights of the file and its folder'],
  [sqliteCode.notADatabase]: ['damaged', 'it is not a database; restore it from a backup'],
}

/** Says of an error from SQLite or the file system what happened to which file. Other errors are answered as they are. */
export function asKeyStoreFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof KeyStoreFailure || !('code' in error)) return error
  const code = primaryCodeOf(error)
  if (code !== undefined) {
    const [reason, detail] = reasons[code] ?? ['other', error.message]
    return new KeyStoreFailure(reason, `${file}: ${detail}`, { cause: error })
  }
  if (error.code === 'ENOENT') return new KeyStoreFailure('missing', `${file} is not there`, { cause: error })
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return new KeyStoreFailure('not-permitted', `${file}: this user may not write here`, { cause: error })
  if (error.code === 'ENOSPC')
    return new KeyStoreFailure('disk-full', `${file}: the disk is full; make room`, { cause: error })
  return error
}
