import { accessSync, constants, existsSync } from 'node:fs'

/**
 * Throws what the system says (`EACCES`, `EROFS`) and of which file or folder, when one that is there may not be read and
 * written. SQLite would say that it cannot open something, or open it for reading and say nothing.
 */
export function assertWritable(...places: readonly string[]): void {
  for (const place of places) if (existsSync(place)) accessSync(place, constants.R_OK | constants.W_OK)
}

/** Throws like `assertWritable` when a file may not be read. */
export function assertReadable(file: string): void {
  accessSync(file, constants.R_OK)
}
