import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { filesOpenIn } from '../../sqlite/testing/files-open-in.ts'
import { eventLogConformance, type LogUnderTest } from '../conformance.ts'
import { SqliteEventLog } from './sqlite-event-log.ts'
import { SqliteLogReader } from './sqlite-log-reader.ts'

async function openInTemporaryFolder(): Promise<LogUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'athar-log-'))
  const file = join(folder, 'log.sqlite')
  let log = await SqliteEventLog.open(file)
  return {
    log,
    async reopen() {
      await log.close()
      log = await SqliteEventLog.open(file)
      return log
    },
    async dispose() {
      await log.close()
      await rm(folder, { recursive: true })
    },
  }
}

eventLogConformance('SQLite', openInTemporaryFolder)

test('a second writer on the same file is turned away, and told why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-log-'))
  const file = join(folder, 'log.sqlite')
  const log = await SqliteEventLog.open(file)
  await expect(SqliteEventLog.open(file)).rejects.toThrow('another process is writing to this log')
  await log.close()
  const next = await SqliteEventLog.open(file)
  await next.close()
  await rm(folder, { recursive: true })
})

test('a lock that cannot be taken for another reason is not said to be somebody’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-log-'))
  const file = join(folder, 'log.sqlite')
  await writeFile(`${file}-lock`, 'this is no lock, and long enough to be taken for a database by nobody'.repeat(20))
  await expect(SqliteEventLog.open(file)).rejects.toThrow('file is not a database')
  await rm(folder, { recursive: true })
})

test.each([
  ['of another format', 'UPDATE log SET format = 999'],
  ['whose blocks are gone', 'DROP TABLE block; CREATE TABLE block (other)'],
])('a log %s is let go of when it is refused', async (_, change) => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-log-'))
  const file = join(folder, 'log.sqlite')
  await (await SqliteEventLog.open(file)).close()
  const database = new DatabaseSync(file)
  database.exec(change)
  database.close()
  await expect(SqliteEventLog.open(file)).rejects.toThrow()
  expect(() => new SqliteLogReader(file)).toThrow()
  expect(filesOpenIn(folder)).toEqual([])
  await rm(folder, { recursive: true })
})
