import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { leaveRoom, makeReadOnly, smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { makeServiceKey } from './served-ledger.ts'

const diskBytes = 24 * 1024 * 1024
const reading = [['status'], ['verify'], ['export', '-'], ['projections', 'list'], ['keys', 'list']]

const whyNot = whyNoSmallDisk()
if (whyNot !== undefined) console.warn(`skipped, reading where nothing can be written: ${whyNot}`)

test.skipIf(whyNot !== undefined).each([
  ['full', (disk: string) => leaveRoom(disk, 0)],
  ['read-only', makeReadOnly],
])(
  'on a disk that is %s, all is read that was written, and backed up to another one',
  { timeout: testMaxMs },
  async (_, spoil) => {
    const disk = await smallDisk(diskBytes)
    const data = join(disk, 'data')
    await recordSimulatedEvents(dataFiles(data).log, 300)
    await makeServiceKey(data)
    expect((await runAthar(['rebuild', '--data', data])).exitCode).toBe(exitCodes.ok)
    await spoil(disk)

    for (const words of reading) {
      const { exitCode, stdout, stderr } = await runAthar([...words, '--data', data])
      expect(exitCode, `${words.join(' ')}: ${stderr}`).toBe(exitCodes.ok)
      expect(stdout).not.toBe('')
    }
    const to = join(await temporaryFolder(), 'backup')
    const { exitCode, stderr } = await runAthar(['backup', '--data', data, '--to', to])
    expect(exitCode, stderr).toBe(exitCodes.ok)
    expect(await readdir(to)).toEqual(expect.arrayContaining(['log.sqlite', 'keys.sqlite']))
  },
)
