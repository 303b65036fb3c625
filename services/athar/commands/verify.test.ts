import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

describe('athar verify', { timeout: testMaxMs }, () => {
  let data: string

  beforeEach(async () => {
    data = await temporaryFolder()
    await recordSimulatedEvents(join(data, 'log.sqlite'), 600)
  })

  test('a whole log ends with 0', async () => {
    const { exitCode, stdout } = await runAthar(['verify', '--data', data, '--integrity-check'])
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toMatch(/^well: 600 events in \d+ streams/)
  })

  test('findings end with 1, are listed as far as asked, and all counted', async () => {
    const database = new DatabaseSync(join(data, 'log.sqlite'))
    database.exec('UPDATE block SET hashes = zeroblob(length(hashes)) WHERE first_position = 501')
    database.close()
    const { exitCode, stdout } = await runAthar(['verify', '--data', data, '--list', '2'])
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stdout).toMatch(/^100 findings: 600 events/)
    expect(stdout).toMatch(/^501 +hash +its bytes/m)
    expect(stdout).toContain('… and 98 more')

    const json = JSON.parse((await runAthar(['verify', '--data', data, '--json'])).stdout)
    expect(json).toMatchObject({ well: false, found: 100, head: 600 })
    expect(json.findings).toHaveLength(100)
  })
})
