import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Has a file, or the names in a folder, on disk when it returns. */
export function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
