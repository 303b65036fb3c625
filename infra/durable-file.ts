import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileNamed } from './file-named.ts'

/**
 * Puts a whole text in the place of a file, which only its owner can read, and has it on disk when it returns: who reads the
 * file, also after a crash, finds what was there before or all of this. One caller at a time.
 */
export function replaceDurably(file: string, text: string): void {
  const draft = `${file}.partial` // always the same name, so that one that broke off leaves no litter
  fileNamed(draft, () => writeFileSync(draft, text, { mode: 0o600, flush: true }))
  renameSync(draft, file)
  sync(dirname(file)) // a rename is on disk when its folder is
}

/** Has a file, or the names in a folder, on disk when it returns. */
export function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
