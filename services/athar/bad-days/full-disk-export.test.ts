import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { leaveRoom, makeRoom, smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const whyNot = whyNoSmallDisk()
if (whyNot !== undefined) console.warn(`skipped, an export to a full disk: ${whyNot}`)

test.skipIf(whyNot !== undefined)(
  'an export to a full disk says which file it is and how to go on, and goes on when room is made',
  async () => {
    const data = await temporaryFolder()
    await recordSimulatedEvents(join(data, 'log.sqlite'), 8_000)
    const whole = join(data, 'whole.ndjson')
    await runAthar(['export', whole, '--data', data])
    const disk = await smallDisk(16 * 1024 * 1024)
    await leaveRoom(disk, 3 * 1024 * 1024)
    const file = join(disk, 'events.ndjson')

    const broken = await runAthar(['export', file, '--data', data])
    expect(broken.exitCode).toBe(exitCodes.ioError)
    expect(broken.stderr).toContain(`${file} cannot be written on: ENOSPC`)
    expect(broken.stderr).toContain('continue it with --resume')

    await makeRoom(disk)
    const resumed = await runAthar(['export', file, '--resume', '--data', data])
    expect(resumed.exitCode).toBe(0)
    expect(await readFile(file, 'utf8')).toBe(await readFile(whole, 'utf8'))
  },
  60_000,
)
