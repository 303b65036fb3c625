import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { SqliteEventLog } from './sqlite-event-log.ts'

const batches = 6
const eventsPerBatch = 500
/** Of bytes that do not pack, so that the write-ahead log soon has more pages than it should. */
const wordsPerEvent = 3_000

test('a reader that stays holds the write-ahead log up: recording goes on, and all of it is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'athar-held-up-'))
  const file = join(folder, 'log.sqlite')
  const log = await SqliteEventLog.open(file)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await append(log, 0)

  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM block').get() // from here on it sees the log as it is now
  for (let batch = 1; batch < batches; batch++) await append(log, batch)
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(8 * 1024 * 1024)
  reader.exec('COMMIT')
  reader.close()

  await log.close()
  const again = await SqliteEventLog.open(file)
  expect(await again.head()).toBe(batches * eventsPerBatch)
  expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBeLessThan(8 * 1024 * 1024)
  await again.close()
})

async function append(log: SqliteEventLog, batch: number): Promise<void> {
  const events = Array.from({ length: eventsPerBatch }, (_, index) => {
    const stream = `lot-${batch}-${index}`
    const words = randomBytes(wordsPerEvent).toString('base64')
    return { stream, revision: 0, json: `{"stream":"${stream}","revision":0,"event":{"words":"${words}"}}` }
  })
  await log.append(events)
  await nextTurn() // the log looks whether its write-ahead log is too long
}
