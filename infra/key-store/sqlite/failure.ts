import { fileTroubleOf } from '../../sqlite/file-trouble.ts'
import { KeyStoreFailure } from '../port.ts'

/** Says of an error from SQLite or the file system what happened to which file. Other errors are answered as they are. */
export function asKeyStoreFailure(error: unknown, file: string): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return new KeyStoreFailure('missing', `${file} is not there`, { cause: error })
  const trouble = fileTroubleOf(error)
  if (trouble === undefined) return error
  const { reason, detail } = trouble
  if (reason === 'damaged' || reason === 'not-a-database')
    return new KeyStoreFailure('damaged', `${file}: ${detail}; restore it from a backup`, { cause: error })
  return new KeyStoreFailure(reason, `${file}: ${detail}`, { cause: error })
}
