import { KeyStoreFailure, type KeyStoreFailureReason } from '../port.ts'

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can do something about. */
const reasons: Readonly<Record<number, readonly [KeyStoreFailureReason, string]>> = {
  3: ['not-permitted', 'this user may not use it'],
  5: ['locked', 'another process holds it; try again, or find that process'],
  6: ['locked', 'another process holds it; try again, or find that process'],
  8: ['not-permitted', 'it, or the disk, is read-only for this user'],
  10: ['io-error', 'the disk failed; look into the system log'],
  11: ['damaged', 'it is damaged; restore it from a backup'],
  13: ['disk-full', 'the disk is full; make room'],
  14: ['not-permitted', 'it cannot be opened; look at the rights of the file and its folder'],
  26: ['damaged', 'it is not a database; restore it from a backup'],
}

/** Says of an error from SQLite or the file system what happened to which file. Other errors are answered as they are. */
export function asKeyStoreFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof KeyStoreFailure || !('code' in error)) return error
  if (error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error) {
    // Extended result codes carry the primary one in their low byte.
    const [reason, detail] = reasons[Number(error.errcode) & 0xff] ?? ['other', error.message]
    return new KeyStoreFailure(reason, `${file}: ${detail}`, { cause: error })
  }
  if (error.code === 'ENOENT') return new KeyStoreFailure('missing', `${file} is not there`, { cause: error })
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return new KeyStoreFailure('not-permitted', `${file}: this user may not write here`, { cause: error })
  if (error.code === 'ENOSPC')
    return new KeyStoreFailure('disk-full', `${file}: the disk is full; make room`, { cause: error })
  return error
}
