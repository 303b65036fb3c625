import { closeSync, openSync, statSync, writeSync } from 'node:fs'

/** Of the SQLite databases that Athar writes; those of the views are larger. */
const pageBytes = 4_096

/** Flips the beginning of the page that stands at a share of the length of a database, which tells SQLite what is in it. */
export function spoilPage(file: string, share: number): void {
  const page = Math.floor((statSync(file).size / pageBytes) * share)
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(8, 0xff), 0, 8, page * pageBytes)
  closeSync(descriptor)
}
