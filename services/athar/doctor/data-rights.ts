import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { dataFiles } from '../data-files.ts'
import { modeOf } from './data-folder.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

/**
 * Whether the files of the ledger are for its user, and only for that. Those that are not there yet are made so. What a command
 * made that another user ran, root most often, is in the ledger's way.
 */
export function checkDataRights(folder: string): readonly Finding[] {
  const { log, keys, authorityKey, views, viewDecisions } = dataFiles(folder)
  const others = [`${log}-lock`, views, viewDecisions].filter(place => existsSync(place) && !mayReadAndWrite(place))
  return [
    ...others.map(place => notOurs(basename(place), place)),
    checkRights('authority key', authorityKey, 'moved away, or made at the first start'),
    checkRights('keys', keys, 'made at the first start'),
    checkRights('log', log, 'made at the first start'),
  ]
}

function checkRights(check: string, file: string, whenMissing: string): Finding {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return ok(check, `${file} is not there: ${whenMissing}`)
  if (!stats.isFile()) return fail(check, `${file} is not a file`, 'move it out of the way')
  if (!mayReadAndWrite(file)) return notOurs(check, file)
  if ((stats.mode & 0o077) === 0) return ok(check, `${file}, mode ${modeOf(stats)}`)
  const found = `${file} is open to others (mode ${modeOf(stats)})`
  if (check === 'log') return warn(check, found, `run: chmod 600 ${file}`)
  return fail(
    check,
    found,
    `run: chmod 600 ${file}; when others use this machine, replace the keys: athar keys create, revoke`,
  )
}

function notOurs(check: string, place: string): Finding {
  return fail(check, `this user may not read and write ${place}`, `run: sudo chown -R "$(id -un)" ${place}`)
}

function mayReadAndWrite(place: string): boolean {
  try {
    accessSync(place, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}
