import { rmSync } from 'node:fs'
import { markFileOf } from './backfill-mark.ts'

/** The files of a view: itself, the side files of SQLite, and the mark. */
export function filesOfView(file: string): readonly string[] {
  return [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, markFileOf(file)]
}

/** Removes a view and all that belongs to it; nothing when it is not there. Its writer must have closed it. */
export function removeView(file: string): void {
  // The mark first: without it what is left of a view that was half removed is not opened.
  for (const each of filesOfView(file).toReversed()) rmSync(each, { force: true })
}
