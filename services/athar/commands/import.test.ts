import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { recordSimulatedEvents, simulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const events = 6_000 // more than one batch

describe('athar import', { timeout: testMaxMs }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'athar-import-'))
  const source = join(folder, 'source')
  const packed = join(folder, 'events.ndjson.zst')
  const plain = join(folder, 'events.ndjson')
  let lines: readonly string[] = []

  beforeAll(async () => {
    await recordSimulatedEvents(join(source, 'log.sqlite'), events)
    await runAthar(['export', packed, '--data', source])
    await runAthar(['export', plain, '--data', source])
    lines = (await readFile(plain, 'utf8')).trimEnd().split('\n')
  }, testMaxMs)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a packed export makes the same log: bytes, positions, hashes', async () => {
    const data = join(await temporaryFolder(), 'data')
    const { exitCode, stdout } = await runAthar(['import', packed, '--data', data, '--json'])
    expect(exitCode).toBe(exitCodes.ok)
    expect(JSON.parse(stdout)).toEqual({ data, present: 0, added: events, head: events })
    expect(await fingerprint(data)).toBe(await fingerprint(source))
    expect((await runAthar(['verify', '--data', data])).exitCode).toBe(exitCodes.ok)
  })

  test('a log that holds a part of it gets the rest, and again nothing', async () => {
    const data = join(await temporaryFolder(), 'data')
    const part = await fileOf(lines.slice(0, 2_500))
    await runAthar(['import', part, '--data', data])
    const rest = await fileOf(lines.slice(1_000))
    expect(JSON.parse((await runAthar(['import', rest, '--data', data, '--json'])).stdout)).toEqual({
      data,
      present: 1_500,
      added: 3_500,
      head: events,
    })
    expect(JSON.parse((await runAthar(['import', packed, '--data', data, '--json'])).stdout)).toMatchObject({
      present: events,
      added: 0,
    })
    expect(await fingerprint(data)).toBe(await fingerprint(source))
  })

  test('history is not changed: the first difference is named, and nothing was done', async () => {
    const data = join(await temporaryFolder(), 'data')
    await runAthar(['import', await fileOf(lines.slice(0, 100)), '--data', data])
    const before = await fingerprint(data)
    const other = lines.with(49, String(lines[49]).replace('"recordedAt":"20', '"recordedAt":"19'))
    const { exitCode, stderr } = await runAthar(['import', await fileOf(other), '--data', data])
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stderr).toContain('line 50: position 50 is another event in this log; history is not changed')
    expect(stderr).toContain('The log ends at position 100')
    expect(await fingerprint(data)).toBe(before)
  })

  test('a file that is cut gives its whole lines, and is continued', async () => {
    const data = join(await temporaryFolder(), 'data')
    const text = lines.join('\n')
    const cut = join(data, '..', 'cut.ndjson')
    await writeFile(cut, text.slice(0, text.indexOf('{"position":5001,') + 100))
    const { exitCode, stderr } = await runAthar(['import', cut, '--data', data])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toContain('line 5001: the file ends inside this line')
    expect(stderr).toContain('The log ends at position 5,000')
    await runAthar(['import', plain, '--data', data])
    expect(await fingerprint(data)).toBe(await fingerprint(source))
  })

  test('a packed file that is cut is said to be', async () => {
    const cut = join(await temporaryFolder(), 'cut.zst')
    await writeFile(cut, (await readFile(packed)).subarray(0, -2_000))
    const { exitCode, stderr } = await runAthar(['import', cut, '--data', join(cut, '..', 'data')])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toMatch(/cut\.zst, line \d+: unexpected end of file/)
  })

  test('into what is no log names the file', async () => {
    const data = await temporaryFolder()
    await writeFile(
      join(data, 'log.sqlite'),
      'this is a letter, and no database of any kind: it is long enough to look like one'.repeat(20),
    )
    const { exitCode, stderr } = await runAthar(['import', plain, '--data', data])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toContain(`${join(data, 'log.sqlite')} cannot be opened: file is not a database`)
  })

  test('beside a running ledger nothing is written', async () => {
    const data = join(await temporaryFolder(), 'data')
    const serving = await startServing(data)
    const { exitCode, stderr } = await runAthar(['import', plain, '--data', data])
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(stderr).toContain('another process is writing to this log')
    await serving.end('SIGTERM')
  })

  test('with --submit a running ledger gets the events as new ones, once', async () => {
    const data = join(await temporaryFolder(), 'data')
    const keyFile = await fileOf([
      (await runAthar(['keys', 'create', '--role', 'service', '--data', data])).stdout.trimEnd(),
    ])
    const serving = await startServing(data)
    const submit = ['--submit', '--url', serving.answer.url, '--key-file', keyFile, '--json']

    const first = await runAthar(['import', packed, ...submit])
    expect(first.exitCode).toBe(exitCodes.ok)
    expect(JSON.parse(first.stdout)).toMatchObject({ events, recorded: events, duplicates: 0, rejected: 0 })

    const other = await fileOf([...simulatedEvents(100), '{"no":"event"}'])
    const second = await runAthar(['import', other, ...submit])
    expect(second.exitCode).toBe(exitCodes.checkFailed)
    expect(JSON.parse(second.stdout)).toMatchObject({ recorded: 0, duplicates: 100, rejected: 1 })
    await serving.end('SIGTERM')
  })

  test('with --submit a ledger that is not there is said at once', async () => {
    const keyFile = await fileOf(['athar_x'])
    const submit = ['--submit', '--url', 'http://127.0.0.1:1', '--key-file', keyFile]
    const { exitCode, stderr } = await runAthar(['import', plain, ...submit])
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(stderr).toContain('no ledger answers at http://127.0.0.1:1')
  })
})

async function fileOf(lines: readonly string[]): Promise<string> {
  const file = join(await temporaryFolder(), 'lines.ndjson')
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

/** All hashes of a log, in order. */
async function fingerprint(data: string): Promise<string> {
  expect((await stat(join(data, 'log.sqlite'))).mode & 0o777).toBe(0o600)
  const log = new SqliteLogReader(join(data, 'log.sqlite'))
  let hashes = ''
  for await (const batch of log.readAll(0))
    for (const { position, hash } of batch) hashes += `${position} ${Buffer.from(hash).toString('hex')}\n`
  await log.close()
  return hashes
}
