import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changesBetween } from '../testing/generated-history.ts'
import { opened } from '../testing/stores-under-test.ts'
import { connectForReading } from './database.ts'
import { SqliteViewStores } from './sqlite-view-stores.ts'
import { ViewStatements } from './view-statements.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-view-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('no read walks through a table, or sorts what it finds', async () => {
  const store = await opened(new SqliteViewStores(folder), 'custody')
  await store.commit(changesBetween(0, 500), { from: 0, to: 500 })
  const { database } = connectForReading(join(folder, 'custody.sqlite'))
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  new ViewStatements(database)
  const statements = prepare.mock.calls.map(([sql]) => sql).filter(sql => /^\s*SELECT/.test(sql))
  prepare.mockRestore()
  expect(statements.length).toBeGreaterThan(12)
  for (const sql of statements) {
    const steps = database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => String(detail))
    // The table `view` has one row, and `asked` are the keys that are asked for.
    const expensive = steps.filter(step => /^SCAN (?!view$|asked VIRTUAL)|TEMP B-TREE/.test(step))
    expect({ sql, expensive }).toEqual({ sql, expensive: [] })
  }
  database.close()
  await store.close()
})
