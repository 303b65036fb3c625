import { spawnSync } from 'node:child_process'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { WriterLock } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import { describe, expect, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const isRoot = process.getuid?.() === 0
const whyNot = isRoot ? whyNoSmallDisk() : undefined
if (whyNot !== undefined) console.warn(`skipped, a data folder that may only be read: ${whyNot}`)

describe.skipIf(whyNot !== undefined)('a data folder that may only be read', { timeout: testMaxMs }, () => {
  test('lets nobody write the log: a lock that cannot be written would shut nobody out', async () => {
    const data = await readOnlyData()
    expect(() => WriterLock.take(`${dataFiles(data).log}-lock`)).toThrow(/EACCES|EROFS/)
  })

  test('is no reason for a supervisor to start the ledger again and again', async () => {
    const data = await readOnlyData()
    const { exitCode, stderr } = await runAthar(['serve', '--port', '0', '--data', data])
    expect(exitCode).toBe(exitCodes.notPermitted)
    expect(stderr).toContain(data)
  })

  test('does not pass the doctor', async () => {
    const data = await readOnlyData()
    const { exitCode, stdout } = await runAthar(['doctor', '--port', '0', '--data', data])
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stdout).toMatch(/^fail +log /m)
    expect(stdout).toMatch(/^fail +log\.sqlite-lock /m)
  })
})

/** Root may write whatever the rights say, but not on a disk that is mounted for reading. */
async function readOnlyData(): Promise<string> {
  const disk = isRoot ? await smallDisk(8 * 1024 * 1024) : await temporaryFolder()
  const data = join(disk, 'data')
  await mkdir(data, { mode: 0o700 })
  const { log } = dataFiles(data)
  await (await SqliteEventLog.open(log)).close()
  if (isRoot) spawnSync('mount', ['-o', 'remount,ro', disk])
  else for (const file of [log, `${log}-lock`]) await chmod(file, 0o400)
  return data
}
