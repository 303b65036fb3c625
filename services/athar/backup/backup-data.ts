import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { existingLogFile, headOf } from '../opened-log.ts'
import { sync } from '../sync.ts'
import { copyDatabase } from './copy-database.ts'

export interface Backup {
  readonly folder: string
  readonly head: Position
  readonly bytes: number
  /** Whether there were keys to copy. */
  readonly hasKeys: boolean
}

/**
 * Makes a data folder out of another one, which may be in use: its log as it is at this moment, then its keys, so that
 * every key that the copied log names is among them, and what people have decided about the views, which are folded again
 * from the copy. The folder has its name only when everything in it is copied, checked and on disk.
 *
 * @throws CommandFailure when the folder is there, there is no log, or the copy is not what was copied.
 */
export async function backUp(
  dataFolder: string,
  to: string,
  advance: (pages: number, total: number) => void,
): Promise<Backup> {
  const folder = resolve(to)
  if (existsSync(folder))
    throw new CommandFailure(
      exitCodes.usage,
      `${folder} is there: a backup goes into a new folder, such as one of today`,
    )
  const from = { ...dataFiles(dataFolder), log: existingLogFile(dataFolder) }
  const atLeast = await headOf(dataFolder)

  const draft = `${folder}.partial` // always the same name, so that one that broke off leaves no litter
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const into = dataFiles(draft)
  await copyDatabase(from.log, into.log, advance)
  const hasKeys = existsSync(from.keys)
  if (hasKeys) await copyDatabase(from.keys, into.keys, advance)
  if (existsSync(from.viewDecisions)) {
    copyFileSync(from.viewDecisions, into.viewDecisions)
    sync(into.viewDecisions)
  }

  for (const file of hasKeys ? [into.log, into.keys] : [into.log]) quickCheck(file)
  const head = await headOf(draft)
  if (head < atLeast)
    throw new CommandFailure(
      exitCodes.ioError,
      `${draft} ends at position ${head}, and the log was at ${atLeast} before`,
    )
  sync(draft)
  renameSync(draft, folder)
  sync(dirname(folder))
  const bytes = statSync(dataFiles(folder).log).size + (hasKeys ? statSync(dataFiles(folder).keys).size : 0)
  return { folder, head, bytes, hasKeys }
}

/** SQLite reads every page of the copy again: a disk that did not keep one is noticed now, not on the day of need. */
function quickCheck(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const said = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
    if (said !== 'ok') throw new CommandFailure(exitCodes.ioError, `the copy ${file} is damaged: ${String(said)}`)
  } finally {
    database.close()
  }
}
