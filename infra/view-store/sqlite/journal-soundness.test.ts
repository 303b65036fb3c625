import { copyFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changesBetween } from '../testing/generated-history.ts'
import { opened } from '../testing/stores-under-test.ts'
import { JournalSoundness } from './journal-soundness.ts'
import { SqliteViewStores } from './sqlite-view-stores.ts'

/** Every event of the made-up history posts to it: so many are 265 chunks, 16 runs of them, and one run of runs. */
const account = 'stock/S1/150101'
const events = 17_000

describe('an account', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-journal-'))
    const store = await opened(new SqliteViewStores(folder))
    await store.commit(changesBetween(0, events), { from: 0, to: events })
    await store.close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  function whatIsUnsound(change: string): string | undefined {
    const file = join(folder, 'changed.sqlite')
    copyFileSync(join(folder, 'custody.sqlite'), file)
    const database = new DatabaseSync(file)
    database.exec(change)
    const unsound = new JournalSoundness(database).whatIsUnsound(account)
    database.close()
    return unsound
  }

  test('as it was written is sound', () => {
    expect(whatIsUnsound('')).toBeUndefined()
  })

  test.each([
    ['its total', 'UPDATE account SET total = total + 1'],
    ['its count', 'UPDATE account SET count = count + 64'],
    ['its number of chunks', 'UPDATE account SET chunks = chunks - 1'],
    ['where a chunk ends', 'UPDATE chunk SET last_position = last_position + 1 WHERE number = 3'],
    ['what was before a chunk', 'UPDATE chunk SET sum_before = sum_before + 1 WHERE number = 3'],
    ['the number of a chunk', 'UPDATE chunk SET number = 9999 WHERE number = 3'],
    ['the place of a page of a run', 'UPDATE run SET first_time_ms = first_time_ms + 1 WHERE level = 1 AND number = 2'],
    ['a page of a run', 'UPDATE run SET page = (SELECT page FROM run AS other WHERE other.level = 1) WHERE level = 2'],
    ['the number of a run', 'UPDATE run SET number = 99 WHERE level = 1 AND number = 2'],
    ['a run, which is gone', 'DELETE FROM run WHERE level = 2'],
    ['a run, of nothing', 'INSERT INTO run SELECT account, 7, number, first_time_ms, page FROM run WHERE level = 2'],
  ])('is not sound when somebody has changed %s', (_, change) => {
    expect(whatIsUnsound(change)).toBeDefined()
  })
})
