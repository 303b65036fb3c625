import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { withPosition } from '@athar/infra/event-log/recorded-bytes.ts'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { toResumedFile, writtenTo } from '../export/destination.ts'
import { exportLog } from '../export/export-log.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const events = 4_000

describe('athar export', { timeout: testMaxMs }, () => {
  const data = mkdtempSync(join(tmpdir(), 'athar-export-'))
  const logFile = join(data, 'log.sqlite')
  let whole = ''

  beforeAll(async () => {
    await recordSimulatedEvents(logFile, events)
    const log = new SqliteLogReader(logFile)
    for await (const batch of log.readAll(0))
      for (const { position, bytes } of batch) whole += `${withPosition(position, bytes)}\n`
    await log.close()
  }, testMaxMs)
  afterAll(() => rmSync(data, { recursive: true }))

  test('on stdout are the bytes of the log, with their positions', async () => {
    const { exitCode, stdout, stderr } = await runAthar(['export', '--data', data, '--after', '10', '--up-to', '12'])
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toBe(`${whole.split('\n').slice(10, 12).join('\n')}\n`)
    expect(stderr).toContain('2 events up to position 12')
  })

  test.each([
    ['events.ndjson', (bytes: Buffer) => bytes],
    ['events.ndjson.gz', (bytes: Buffer) => gunzipSync(bytes)],
    ['events.ndjson.zst', (bytes: Buffer) => zstdDecompressSync(bytes)],
  ])('%s holds them all, and is for its owner only', async (name, unpack) => {
    const file = join(await temporaryFolder(), name)
    const { exitCode, stdout } = await runAthar(['export', file, '--data', data, '--json'])
    expect(exitCode).toBe(exitCodes.ok)
    expect(JSON.parse(stdout)).toMatchObject({ file, after: 0, events, to: events, bytes: (await stat(file)).size })
    expect(unpack(await readFile(file)).toString()).toBe(whole)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test.each(['plain.ndjson', 'packed.ndjson.zst'])('%s, cut anywhere, is continued to the same events', async name => {
    const log = new SqliteLogReader(logFile)
    const folder = await temporaryFolder()
    for (const share of [0, 0.0001, 0.3, 0.6, 0.99, 1]) {
      const file = join(folder, name)
      await exportTo(log, file)
      await truncate(file, Math.floor((await stat(file)).size * share))
      await exportTo(log, file)
      const bytes = await readFile(file)
      expect((name.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString() === whole).toBe(true)
    }
    await log.close()
  })

  test('yesterday’s export is continued with what has come since', async () => {
    const file = join(await temporaryFolder(), 'events.ndjson')
    await runAthar(['export', file, '--data', data, '--up-to', '3000'])
    const { stdout } = await runAthar(['export', file, '--data', data, '--resume', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ after: 3_000, events: events - 3_000, to: events })
    expect((await readFile(file, 'utf8')) === whole).toBe(true)
  })

  test('a file that is there is not overwritten', async () => {
    const file = join(await temporaryFolder(), 'events.ndjson')
    await writeFile(file, 'mine')
    const { exitCode, stderr } = await runAthar(['export', file, '--data', data])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain('--resume')
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('the export of another log is not continued, and stays as it was', async () => {
    const file = join(await temporaryFolder(), 'events.ndjson')
    const other = whole.split('\n').slice(0, 5).join('\n').replace('"recordedAt":"2', '"recordedAt":"1')
    const last = `${other.split('\n').slice(0, 1).join('\n')}\n`
    await writeFile(file, `${last}{"posi`)
    const { exitCode, stderr } = await runAthar(['export', file, '--data', data, '--resume'])
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stderr).toContain('not an export of this log')
    expect(await readFile(file, 'utf8')).toBe(`${last}{"posi`)
  })

  test('a gzip file cannot be continued, and that is said', async () => {
    const file = join(await temporaryFolder(), 'events.ndjson.gz')
    await writeFile(file, '')
    const { exitCode, stderr } = await runAthar(['export', file, '--data', data, '--resume'])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain('.zst')
  })

  test.each([
    ['an export that ends beyond --up-to', '--up-to', '2999', 'ends at position 3,000, beyond --up-to 2,999'],
    [
      'an export that ends before --after',
      '--after',
      '3001',
      'ends at position 3,000: --after 3,001 would leave a gap',
    ],
  ])('%s is not continued, and stays as it was', async (_, flag, position, said) => {
    const file = join(await temporaryFolder(), 'events.ndjson')
    const before = `${whole.split('\n').slice(0, 3_000).join('\n')}\n{"posi`
    await writeFile(file, before)
    const { exitCode, stderr } = await runAthar(['export', file, '--data', data, '--resume', flag, position])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain(said)
    expect((await readFile(file, 'utf8')) === before).toBe(true)
  })

  test.each(['notes.txt', 'notes.zst'])(
    '%s, which is no export, is not cut for being without a whole line',
    async name => {
      const file = join(await temporaryFolder(), name)
      await writeFile(file, 'what I must not forget')
      const { exitCode, stderr } = await runAthar(['export', file, '--data', data, '--resume'])
      expect(exitCode).toBe(exitCodes.checkFailed)
      expect(stderr).toContain('is not an export')
      expect(await readFile(file, 'utf8')).toBe('what I must not forget')
    },
  )

  test.each([
    ['--after beyond --up-to', ['--after', '20', '--up-to', '10'], exitCodes.usage, '--after 20 is beyond --up-to 10'],
    ['--after beyond the log', ['--after', '4001'], exitCodes.checkFailed, 'the log ends at position 4,000'],
    [
      '--up-to beyond the log',
      ['--after', '3999', '--up-to', '9999'],
      exitCodes.ok,
      'ends at position 4,000, before --up-to 9,999',
    ],
    ['nothing new', ['--after', '4000'], exitCodes.ok, '0 events up to position 4,000'],
  ])('%s: it says what is there, and ends with a code that fits', async (_, flags, code, said) => {
    const { exitCode, stderr } = await runAthar(['export', '--data', data, ...flags])
    expect(stderr).toContain(said)
    expect(exitCode).toBe(code)
  })

  test('damage is not handed on: it stops there and says where', async () => {
    const folder = await temporaryFolder()
    await recordSimulatedEvents(join(folder, 'log.sqlite'), 1_000)
    const database = new DatabaseSync(join(folder, 'log.sqlite'))
    database.exec('UPDATE block SET hashes = zeroblob(length(hashes)) WHERE first_position = 501')
    database.close()
    const { exitCode, stdout, stderr } = await runAthar(['export', '--data', folder])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toContain('position 501 is not what was hashed')
    expect(stdout).not.toContain('{"position":501,')
  })

  test('a folder without a log is said to be one', async () => {
    const { exitCode, stderr } = await runAthar(['export', '--data', join(data, 'nothing')])
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(stderr).toContain('there is no log')
  })
})

async function exportTo(log: SqliteLogReader, file: string): Promise<void> {
  const destination = await toResumedFile(file, log)
  const range = { after: destination.holdsUpTo ?? 0, upTo: await log.head() }
  await writtenTo(destination, () => exportLog(log, range, destination.packing, destination.write, () => {}))
}
