import type { Environment } from '../read-settings.ts'
import type { Settings } from '../settings.ts'
import { checkClock, lastWritten } from './clock.ts'
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
    await checkListening(host, port),
  ]
}

/** A check that cannot even look has found something, and the others still have their turn. */
function guarded(check: string, look: () => readonly Finding[]): readonly Finding[] {
  try {
    return look()
  } catch (error) {
    return [fail(check, error instanceof Error ? error.message : String(error), 'mend what this says, then ask again')]
  }
}
