import { existsSync } from 'node:fs'
import { dataFiles } from '../data-files.ts'
import { newestRecordedMs } from '../opened-log.ts'
import type { Environment } from '../read-settings.ts'
import type { Settings } from '../settings.ts'
import { checkClock, checkNewestEvent, lastWritten } from './clock.ts'
import { checkDataFolder } from './data-folder.ts'
import { checkDataRights } from './data-rights.ts'
import { checkDisk } from './disk.ts'
import { type Finding, fail } from './finding.ts'
import { checkListening } from './listening.ts'
import { checkNode, checkSqlite, sqliteVersion } from './runtime.ts'
import { checkSyncTime, measureSyncUs } from './sync-time.ts'
import { checkVariables } from './variables.ts'

/** Looks at everything that a ledger with these settings needs, from the program outwards. Leaves nothing behind. */
export async function examine(
  { data, host, port }: Pick<Settings, 'data' | 'host' | 'port'>,
  environment: Environment,
  nowMs: number,
): Promise<readonly Finding[]> {
  return [
    checkNode(process.versions.node),
    checkSqlite(sqliteVersion()),
    checkVariables(environment),
    checkDataFolder(data),
    ...guarded('data files', () => checkDataRights(data)),
    ...guarded('disk', () => checkDisk(data)),
    ...guarded('fsync', () => [checkSyncTime(measureSyncUs(data))]),
    ...guarded('clock', () => [checkClock(nowMs, lastWritten(data))]),
    ...(await lookAtNewestEvent(data, nowMs)),
    await checkListening(host, port),
  ]
}

/** A check that cannot even look has found something, and the others still have their turn. */
function guarded(check: string, look: () => readonly Finding[]): readonly Finding[] {
  try {
    return look()
  } catch (error) {
    return [cannotLook(check, error)]
  }
}

/** Nothing to find in a folder that has no log, or none with an event in it. */
async function lookAtNewestEvent(data: string, nowMs: number): Promise<readonly Finding[]> {
  if (!existsSync(dataFiles(data).log)) return []
  try {
    const recordedMs = await newestRecordedMs(data)
    return recordedMs === undefined ? [] : [checkNewestEvent(nowMs, recordedMs)]
  } catch (error) {
    return [cannotLook('newest event', error)]
  }
}

function cannotLook(check: string, error: unknown): Finding {
  return fail(check, error instanceof Error ? error.message : String(error), 'mend what this says, then ask again')
}
