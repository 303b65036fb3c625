import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const small = ['--producers', '20', '--carriers', '8', '--plants', '8', '--movements-per-day', '100']

describe('athar simulate', { timeout: testMaxMs }, () => {
  test('the same seed gives the same bytes, to a file and to stdout', async () => {
    const file = join(await temporaryFolder(), 'events.ndjson')
    const options = ['--events', '500', '--seed', '7', ...small]
    const toFile = await runAthar(['simulate', '--out', file, '--json', ...options])
    expect(JSON.parse(toFile.stdout)).toMatchObject({ events: 500, ended: 'finished' })
    const toStdout = await runAthar(['simulate', '--out', '-', ...options])
    expect(toStdout.stdout).toBe(await readFile(file, 'utf8'))
    expect(toStdout.stderr).toContain('500 events')
  })

  test('a ledger gets it once, whatever the size of the requests', async () => {
    const data = join(await temporaryFolder(), 'data')
    const keyFile = join(data, '..', 'service.key')
    await writeFile(keyFile, (await runAthar(['keys', 'create', '--role', 'service', '--data', data])).stdout)
    const serving = await startServing(data)
    const variables = { ATHAR_URL: serving.answer.url, ATHAR_KEY_FILE: keyFile }
    const first = await runAthar(['simulate', '--events', '800', '--json', ...small], variables)
    expect(first.exitCode).toBe(exitCodes.ok)
    const { answers } = JSON.parse(first.stdout)
    expect(answers.recorded + answers.duplicates).toBe(800)
    const again = await runAthar(['simulate', '--events', '800', '--batch', '33', '--json', ...small], variables)
    expect(JSON.parse(again.stdout).answers).toMatchObject({ recorded: 0, duplicates: 800, rejected: 0 })
    await serving.end('SIGTERM')
  })

  test.each([
    ['nowhere to go', ['--events', '1'], '--out FILE, --out - or --url'],
    ['two ways to go', ['--out', '-', '--url', 'http://127.0.0.1:1', '--days', '1'], 'take one'],
    ['no end', ['--out', '-'], '--days, --movements or --events'],
    ['an impossible start', ['--out', '-', '--days', '1', '--start', 'soon'], 'start is "soon"'],
    ['too few plants', ['--out', '-', '--days', '1', '--plants', '2'], '--plants is "2": it must be a whole number'],
    ['no speed', ['--out', '-', '--days', '1', '--speed', '0'], '--speed is "0": it must be a number above 0, or max'],
    ['no address', ['--url', 'ftp://127.0.0.1'], '--url is "ftp://127.0.0.1": it must be an address'],
    ['no key', ['--url', 'http://127.0.0.1:1', '--key-file', '/dev/null'], 'does not hold a key'],
  ])('%s is a wrong use', async (_, words, said) => {
    const { exitCode, stdout, stderr } = await runAthar(['simulate', ...words])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stdout).toBe('')
    expect(stderr).toContain(said)
  })
})
