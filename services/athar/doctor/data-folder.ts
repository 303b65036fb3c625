import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Finding, fail, ok, warn } from './finding.ts'

const check = 'data folder'

/** Folders such as /tmp carry it; taking others' rights away there would break the machine. */
const stickyBit = 0o1000

/** Whether the data folder is there, or can be made, and is for the user of the ledger only. */
export function checkDataFolder(folder: string): Finding {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return checkPlaceForFolder(folder)
  if (!stats.isDirectory()) return fail(check, `${folder} is not a folder`, 'name another with --data or ATHAR_DATA')
  if (!mayWrite(folder))
    return fail(
      check,
      `${folder} is not writable for this user`,
      `run as its owner, or: sudo chown -R "$(id -un)" ${folder}`,
    )
  if ((stats.mode & stickyBit) !== 0)
    return fail(check, `${folder} is for everybody`, `name a folder of its own, e.g. --data ${folder}/athar`)
  if (isForeign(stats))
    return warn(check, `${folder} belongs to user ${stats.uid}`, 'run doctor, and the ledger, as that user')
  if ((stats.mode & 0o077) !== 0)
    return warn(check, `${folder} is open to others (mode ${modeOf(stats)})`, `run: chmod 700 ${folder}`)
  return ok(check, `${folder}, mode ${modeOf(stats)}`)
}

/** The folder itself, or the nearest one above it that is there. */
export function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

/** The rights of a file as chmod takes them: `600`. */
export function modeOf(stats: Stats): string {
  return (stats.mode & 0o777).toString(8)
}

function checkPlaceForFolder(folder: string): Finding {
  const above = nearestFolder(folder)
  if (statSync(above).isDirectory() && mayWrite(above))
    return ok(check, `${folder} is not there yet; the first start makes it`)
  return fail(
    check,
    `${folder} cannot be made in ${above}`,
    'name another with --data or ATHAR_DATA, or make it for this user',
  )
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Root may read everything, so it would not notice that the ledger runs as someone else. */
function isForeign(stats: Stats): boolean {
  return process.getuid !== undefined && process.getuid() !== stats.uid
}
