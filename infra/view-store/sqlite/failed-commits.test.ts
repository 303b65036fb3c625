import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UnusableView } from '../port.ts'
import { contentsOf } from '../testing/changes.ts'
import { changesBetween } from '../testing/generated-history.ts'
import { historyAt } from '../testing/history-at.ts'
import { testFold } from '../testing/stores-under-test.ts'
import { SqliteViewStore } from './sqlite-view-store.ts'

let folder = ''
let view = ''
let store: SqliteViewStore
let stranger: DatabaseSync

/** A stranger writes to the view, which is not meant to be. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-view-'))
  view = join(folder, 'custody.sqlite')
  const said = await SqliteViewStore.open(view, testFold, { lockWaitMaxMs: 0, walPagesMax: 1 })
  if (said instanceof UnusableView) throw said
  store = said
  await store.commit(changesBetween(0, 50), { from: 0, to: 50 })
  stranger = new DatabaseSync(view)
  stranger.exec('BEGIN IMMEDIATE')
})

afterEach(async () => {
  stranger.close()
  await store.close()
  await rm(folder, { recursive: true })
})

test('a commit that fails changes nothing, says why, and can be made again', async () => {
  const commit = () => store.commit(changesBetween(50, 60), { from: 50, to: 60 })
  await expect(commit()).rejects.toMatchObject({ name: 'ViewStoreFailure', reason: 'locked' })
  await expect(commit()).rejects.toThrow(view)
  expect(await contentsOf(store)).toEqual(await historyAt(50))
  stranger.exec('ROLLBACK')
  await commit()
  expect(await contentsOf(store)).toEqual(await historyAt(60))
})

test('what it serves is not said anew', async () => {
  await expect(store.serve([{ name: 'movements', version: 1 }])).rejects.toMatchObject({ reason: 'locked' })
  expect((await store.describe()).projections).toEqual([])
})

test('it can be read meanwhile', async () => {
  expect(await store.snapshot(view => view.checkpoint())).toBe(50)
  expect(await store.get(['movement/M1'])).toBeInstanceOf(Map)
})
