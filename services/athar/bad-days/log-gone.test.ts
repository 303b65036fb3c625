import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { testMaxMs } from '../testing/run-athar.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { ServedLedger } from './served-ledger.ts'

test.each([
  ['moved away', 'moved or removed', (data: string) => rename(data, `${data}-before`)],
  ['removed', 'moved or removed', (data: string) => rm(data, { recursive: true })],
  ['replaced by a copy', 'replaced by another file', replaceLog],
])(
  'a ledger whose log is %s acknowledges nothing more into a file that nobody finds again',
  { timeout: testMaxMs },
  async (_, said, spoil) => {
    const data = join(await temporaryFolder(), 'data')
    const served = new ServedLedger({ dataFolder: data, flags: ['--views', 'off'] })
    onTestFinished(() => served.kill('SIGKILL'))
    await served.url
    await spoil(data)
    expect(await served.exit).toEqual({ code: exitCodes.ioError, signal: null })
    expect(served.said).toContain(said)
  },
)

async function replaceLog(data: string): Promise<void> {
  const { log } = dataFiles(data)
  await copyFile(log, `${log}-copy`)
  await rename(`${log}-copy`, log)
}
