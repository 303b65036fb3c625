import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewEvent } from '../port.ts'
import { SqliteEventLog } from './sqlite-event-log.ts'

/** While a stranger holds the lock of the database, no batch can be written. */
describe('while the database cannot be written', () => {
  let folder = ''
  let log: SqliteEventLog
  let stranger: DatabaseSync

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-log-'))
    log = await SqliteEventLog.open(join(folder, 'log.sqlite'))
    await log.append([event('movement-M1', 0)])
    stranger = new DatabaseSync(join(folder, 'log.sqlite'))
    stranger.exec('BEGIN IMMEDIATE')
  })

  afterEach(async () => {
    stranger.close()
    await log.close()
    await rm(folder, { recursive: true })
  })

  test('a batch fails with those behind it, and can be handed over again when it can', async () => {
    const batches = [1, 2, 3].map(revision => log.append([event('movement-M1', revision)]))
    const outcomes = await Promise.allSettled(batches)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await log.head()).toBe(1)
    stranger.exec('ROLLBACK')
    expect(await log.append([event('movement-M1', 1)])).toEqual([2])
  })

  test('a stream with events on their way is read as the disk has it, and nobody waits for what will not be', async () => {
    const [appended, streams] = await Promise.all([
      log.append([event('movement-M1', 1), event('movement-M2', 0)]).catch((error: unknown) => error),
      log.readStreams(['movement-M1', 'movement-M2']),
    ])
    expect(appended).toBeInstanceOf(Error)
    expect(streams.get('movement-M1')).toHaveLength(1)
    expect(streams.has('movement-M2')).toBe(false)
  })

  test('the log can be closed with a batch on its way', async () => {
    const appended = log.append([event('movement-M1', 1)]).catch((error: unknown) => error)
    await log.close()
    expect(await appended).toBeInstanceOf(Error)
  })
})

function event(stream: string, revision: number): NewEvent {
  return { stream, revision, json: `{"stream":"${stream}","revision":${revision},"event":{}}` }
}
