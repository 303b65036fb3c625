import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Position } from '@athar/events/envelope.ts'
import { sync } from '@athar/infra/durable-file.ts'
import { type DataFiles, dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { existingLogFile, headOf } from '../opened-log.ts'
import { checkCopy } from './check-copy.ts'
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
  const hasKeys = existsSync(from.keys)
  let head: Position
  try {
    head = await fill(draft, { ...from, keys: hasKeys ? from.keys : undefined }, advance)
    if (head < atLeast)
      throw new CommandFailure(exitCodes.ioError, `it ends at position ${head}, and the log was at ${atLeast} before`)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true }) // that of the next night has another name, and this one may fill the disk
    if (error instanceof Error) error.message = `no backup was made in ${folder}: ${error.message}`
    throw error
  }
  renameSync(draft, folder)
  sync(dirname(folder))
  const bytes = statSync(dataFiles(folder).log).size + (hasKeys ? statSync(dataFiles(folder).keys).size : 0)
  return { folder, head, bytes, hasKeys }
}

/** Copies into a new folder, and answers with the position up to which its log goes. */
async function fill(
  draft: string,
  from: Pick<DataFiles, 'log' | 'viewDecisions'> & { readonly keys: string | undefined },
  advance: (pages: number, total: number) => void,
): Promise<Position> {
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const into = dataFiles(draft)
  await copyDatabase(from.log, into.log, advance)
  if (from.keys !== undefined) await copyDatabase(from.keys, into.keys, advance)
  if (existsSync(from.viewDecisions)) {
    copyFileSync(from.viewDecisions, into.viewDecisions)
    sync(into.viewDecisions)
  }
  checkCopy(into.log, from.log)
  if (from.keys !== undefined) checkCopy(into.keys, from.keys)
  const head = await headOf(draft)
  sync(draft)
  return head
}
