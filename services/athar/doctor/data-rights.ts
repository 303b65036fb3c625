import { statSync } from 'node:fs'
import { dataFiles } from '../data-files.ts'
import { modeOf } from './data-folder.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

/** Whether the files of the ledger are for its user only. Those that are not there yet are made so. */
export function checkDataRights(folder: string): readonly Finding[] {
  const { log, keys, authorityKey } = dataFiles(folder)
  return [
    checkRights('authority key', authorityKey, 'moved away, or made at the first start'),
    checkRights('keys', keys, 'made at the first start'),
    checkRights('log', log, 'made at the first start'),
  ]
}

function checkRights(check: string, file: string, whenMissing: string): Finding {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return ok(check, `${file} is not there: ${whenMissing}`)
  if (!stats.isFile()) return fail(check, `${file} is not a file`, 'move it out of the way')
  if ((stats.mode & 0o077) === 0) return ok(check, `${file}, mode ${modeOf(stats)}`)
  const found = `${file} is open to others (mode ${modeOf(stats)})`
  if (check === 'log') return warn(check, found, `run: chmod 600 ${file}`)
  return fail(
    check,
    found,
    `run: chmod 600 ${file}; when others use this machine, replace the keys: athar keys create, revoke`,
  )
}
