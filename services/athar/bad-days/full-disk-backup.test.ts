import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const whyNot = whyNoSmallDisk()
if (whyNot !== undefined) console.warn(`skipped, a backup on a disk that is too small: ${whyNot}`)

test.skipIf(whyNot !== undefined)(
  'a backup that has no room says where, and leaves none of it taken: that of the next night has another name',
  { timeout: testMaxMs },
  async () => {
    const data = await temporaryFolder()
    await recordSimulatedEvents(dataFiles(data).log, 5_000)
    const disk = await smallDisk(256 * 1024)
    const to = join(disk, '2026-11-22')
    const { exitCode, stderr } = await runAthar(['backup', '--data', data, '--to', to])
    expect(exitCode).toBe(exitCodes.ioError)
    expect(stderr).toContain(to)
    expect(await readdir(disk)).toEqual([])
  },
)
