import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf, sample, sampleRows } from '@athar/events/codes/testing/national-list-sample.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { exitCodes } from './exit-codes.ts'
import { runAthar, testMaxMs } from './testing/run-athar.ts'
import { startServing } from './testing/running-athar.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

/** Cast: the ministry's list is loaded from a file; A2:2.1.5 is one of its codes. */
describe('the national list', { timeout: testMaxMs }, () => {
  async function serving(flags: readonly string[]) {
    const data = join(await temporaryFolder(), 'data')
    const key = (await runAthar(['keys', 'create', '--role', 'service', '--data', data])).stdout.trim()
    const { answer } = await startServing(data, flags)
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' }
    return {
      codes: () => fetch(`${answer.url}/v1/codes/dz`, { headers }),
      async produce(code: string) {
        const event = lotProduced({ waste: { code, list: 'dz' } })
        const response = await fetch(`${answer.url}/v1/events`, {
          method: 'POST',
          headers,
          body: JSON.stringify(event),
        })
        return (await response.json()) as { readonly warnings: readonly { readonly code: string }[] }
      },
    }
  }

  async function fileWith(text: string): Promise<string> {
    const file = join(await temporaryFolder(), 'dz.tsv')
    writeFileSync(file, text)
    return file
  }

  test('is known to those who judge events and to those who ask for codes, once its file is named', async () => {
    const { codes, produce } = await serving(['--national-list', await fileWith(sample())])
    expect((await codes()).status).toBe(200)
    expect((await produce('A2:2.1.5')).warnings).toEqual([])
  })

  test('is not known without its file: its codes are recorded, and flagged', async () => {
    const { codes, produce } = await serving([])
    expect((await codes()).status).toBe(404)
    expect((await produce('A2:2.1.5')).warnings).toMatchObject([{ code: 'code-unknown' }])
  })

  test('with a line that is wrong stops the start, and the line is named', async () => {
    const rows = sampleRows()
    const file = await fileWith(fileOf(rows.map((row, index) => (index === 2 ? row.with(4, 'XX') : row))))
    const data = join(await temporaryFolder(), 'data')
    const { exitCode, stderr } = await runAthar(['serve', '--port', '0', '--data', data, '--national-list', file])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain('line 4, column 5')
  })

  test('in a file that is not there stops the start', async () => {
    const { exitCode, stderr } = await runAthar(['serve', '--port', '0', '--national-list', '/nowhere/dz.tsv'])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain('/nowhere/dz.tsv cannot be read')
  })
})
