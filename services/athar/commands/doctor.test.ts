import { chmod, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../doctor/finding.ts'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

describe('athar doctor', { timeout: testMaxMs }, () => {
  let data: string

  beforeEach(async () => {
    data = await temporaryFolder()
  })

  async function examine(port: number | string = 0, variables = {}) {
    const run = await runAthar(['doctor', '--json', '--data', data, '--port', String(port)], variables)
    const { well, findings }: { well: boolean; findings: readonly Finding[] } = JSON.parse(run.stdout)
    return { exitCode: run.exitCode, well, of: (check: string) => findings.find(finding => finding.check === check) }
  }

  test('a fit machine is well, and looks as it did before', async () => {
    const { exitCode, well, of } = await examine()
    expect({ exitCode, well }).toEqual({ exitCode: exitCodes.ok, well: true })
    for (const check of ['Node.js', 'SQLite', 'variables', 'data folder', 'clock', 'address'])
      expect(of(check)?.status).toBe('ok')
    expect(of('fsync')?.found).toMatch(/^median [\d.]+ ms, worst [\d.]+ ms of 25$/)
    expect(await readdir(data)).toEqual([])
  })

  test('a person gets a line a check, and advice under what is not well', async () => {
    await chmod(data, 0o755)
    const { stdout } = await runAthar(['doctor', '--data', data, '--port', '0'])
    expect(stdout).toMatch(/^ok +Node\.js +\d/m)
    expect(stdout).toMatch(new RegExp(`^warn +data folder .*mode 755\\)\\n +→ run: chmod 700 ${data}$`, 'm'))
  })

  test('keys that others can read fail', async () => {
    await writeFile(join(data, 'authority.key'), 'athar_…')
    await chmod(join(data, 'authority.key'), 0o644)
    const { exitCode, of } = await examine()
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(of('authority key')).toMatchObject({ status: 'fail', advice: expect.stringContaining('chmod 600') })
  })

  test('a data folder that is a file fails, and the other checks have their turn', async () => {
    data = join(data, 'file')
    await writeFile(data, '')
    const { exitCode, of } = await examine()
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(of('data folder')).toMatchObject({ status: 'fail' })
    expect(of('address')).toMatchObject({ status: 'ok' })
  })

  test('a log that a clock ahead has written to is a warning', async () => {
    await recordSimulatedEvents(join(data, 'log.sqlite'), 1, () => Date.now() + 24 * 3_600_000)
    const { exitCode, of } = await examine()
    expect(exitCode).toBe(exitCodes.ok)
    expect(of('newest event')).toMatchObject({ status: 'warn' })
  })

  test('a log that cannot be read fails', async () => {
    await writeFile(join(data, 'log.sqlite'), 'not a log', { mode: 0o600 })
    const { exitCode, of } = await examine()
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(of('newest event')).toMatchObject({ status: 'fail' })
  })

  test('a folder that is not there yet is no trouble', async () => {
    data = join(data, 'to', 'come')
    const { exitCode, of } = await examine()
    expect(exitCode).toBe(exitCodes.ok)
    expect(of('data folder')).toMatchObject({ status: 'ok', found: expect.stringContaining('first start makes it') })
  })

  test.each([
    ['another program', 404, 'fail', 'in use by another program'],
    ['a ledger', 200, 'ok', 'a ledger is running'],
  ])('%s on the port is told apart', async (_, status, expected, found) => {
    const port = await listenAnswering(status)
    expect((await examine(port)).of('address')).toMatchObject({
      status: expected,
      found: expect.stringContaining(found),
    })
  })

  test('a mistyped variable is a warning, no failure', async () => {
    const { exitCode, of } = await examine(0, { ATHAR_PROT: '9090' })
    expect(exitCode).toBe(exitCodes.ok)
    expect(of('variables')).toMatchObject({ status: 'warn', found: expect.stringContaining('ATHAR_PROT') })
  })
})

/** A server on a free port of this machine, until the test ends. */
async function listenAnswering(status: number): Promise<number> {
  const server = createServer((_, response) => response.writeHead(status).end())
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
