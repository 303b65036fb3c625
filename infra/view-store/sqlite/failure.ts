import { fileTroubleOf } from '../../sqlite/file-trouble.ts'
import { UnusableView, ViewStoreFailure } from '../port.ts'

/** What SQLite answered can only be if the view is damaged. */
export class Damage extends Error {
  override readonly name = 'Damage'
}

/** Says of an error from SQLite or the file system what it means for a view. Other errors are answered as they are. */
export function asViewFailure(error: unknown, file: string): unknown {
  if (error instanceof Damage) return damaged(file, error.message, error)
  const trouble = fileTroubleOf(error)
  if (trouble === undefined || !(error instanceof Error)) return error
  const { reason, detail } = trouble
  if (reason === 'damaged') return damaged(file, error.message, error)
  if (reason === 'not-a-database') return new UnusableView('not-a-view', `${file} is not a database`, { cause: error })
  return new ViewStoreFailure(reason, `${file}: ${detail} (${error.message})`, { cause: error })
}

export function damaged(file: string, how: string, cause?: unknown): UnusableView {
  return new UnusableView('damaged', `${file} is damaged: ${how}`, { cause })
}

export function missing(file: string): UnusableView {
  return new UnusableView('missing', `there is no ${file}`)
}
