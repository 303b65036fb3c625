import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UnusableView, type ViewStores } from '../port.ts'
import { contentsOf } from '../testing/changes.ts'
import { changesBetween } from '../testing/generated-history.ts'
import { historyAt } from '../testing/history-at.ts'
import { opened, testFold } from '../testing/stores-under-test.ts'
import { SqliteViewStores } from './sqlite-view-stores.ts'

describe('a view that was closed', () => {
  let folder = ''
  let file = ''
  let stores: ViewStores

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-view-'))
    file = join(folder, 'custody.sqlite')
    stores = new SqliteViewStores(folder)
    const store = await opened(stores)
    await store.commit(changesBetween(0, 400), { from: 0, to: 400 })
    await store.close()
  })

  afterEach(() => rm(folder, { recursive: true }))

  test('can be read by those who do not write, and is one file with its mark', async () => {
    expect(readdirSync(folder).sort()).toEqual(['custody.sqlite', 'custody.sqlite-mark'])
    const reader = await stores.openForReading('custody')
    if (reader instanceof UnusableView) throw reader
    expect(await reader.snapshot(view => view.checkpoint())).toBe(400)
    await reader.close()
  })

  test('keeps the locks of who reads it while its writer opens it again', async () => {
    const reader = await stores.openForReading('custody')
    if (reader instanceof UnusableView) throw reader
    await reader.snapshot(async view => {
      await view.checkpoint()
      const before = locksOn(file)
      const store = await opened(stores)
      expect(locksOn(file)).toEqual(expect.arrayContaining([...before]))
      if (existsSync('/proc/locks')) expect(before).not.toEqual([])
      await store.close()
    })
    await reader.close()
  })

  test('is missing to whoever looks into it when it was removed since', async () => {
    const reader = await stores.openForReading('custody')
    if (reader instanceof UnusableView) throw reader
    await stores.remove('custody')
    await expect(reader.describe()).rejects.toMatchObject({ name: 'UnusableView', reason: 'missing' })
    await expect(reader.snapshot(view => view.checkpoint())).rejects.toMatchObject({ reason: 'missing' })
    await reader.close()
  })

  test('is removed with all that belongs to it', async () => {
    const store = await opened(stores)
    await store.commit(changesBetween(400, 410), { from: 400, to: 410 })
    await store.close()
    await stores.remove('custody')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is of no use when it has another format', async () => {
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 999')
    database.close()
    const why = { name: 'UnusableView', reason: 'other-format', message: expect.stringContaining('999') }
    expect(await stores.open('custody', testFold)).toMatchObject(why)
    expect(await stores.openForReading('custody')).toMatchObject(why)
  })

  test.each(['[{"name":', '{}'])('is of no use when what it serves is no longer a list: %s', async projections => {
    const database = new DatabaseSync(file)
    database.prepare('UPDATE view SET projections = ?').run(projections)
    database.close()
    const why = { name: 'UnusableView', reason: 'damaged', message: expect.stringContaining('which projections') }
    expect(await stores.open('custody', testFold)).toMatchObject(why)
    expect(await stores.openForReading('custody')).toMatchObject(why)
  })

  test('is of no use when something else is in its place', async () => {
    writeFileSync(file, 'a shopping list, and a long one at that: '.repeat(100))
    expect(await stores.open('custody', testFold)).toMatchObject({ reason: 'not-a-view' })
    expect(await stores.openForReading('custody')).toMatchObject({ reason: 'not-a-view' })
    writeFileSync(file, '')
    expect(await stores.open('custody', testFold)).toMatchObject({ reason: 'damaged' })
    await rm(file)
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE shopping (item)')
    other.close()
    expect(await stores.openForReading('custody')).toMatchObject({ reason: 'not-a-view' })
  })

  test('is found damaged when it is read, and is not opened again', async () => {
    overwriteMiddle(file)
    const store = await opened(stores)
    await expect(contentsOf(store)).rejects.toMatchObject({ name: 'UnusableView', reason: 'damaged' })
    const keys = Array.from({ length: 300 }, (_, number) => `movement/M${number}`)
    await expect(store.get(keys)).rejects.toMatchObject({ name: 'UnusableView', reason: 'damaged' })
    await expect(store.checkpoint()).rejects.toMatchObject({ name: 'UnusableView', reason: 'damaged' })
    await store.close()
    expect(await stores.open('custody', testFold)).toMatchObject({ name: 'UnusableView', reason: 'damaged' })
    await stores.remove('custody')
    const anew = await opened(stores)
    expect(await contentsOf(anew)).toEqual(await historyAt(0))
    await anew.close()
  })
})

/** The locks that processes hold on a file, without their numbers: proc_locks(5), so none where there is no Linux. */
function locksOn(file: string): readonly string[] {
  if (!existsSync('/proc/locks')) return []
  const lines = readFileSync('/proc/locks', 'utf8').split('\n')
  return lines.filter(line => line.includes(`:${statSync(file).ino} `)).map(line => line.replace(/^\d+: /, ''))
}

/** Zeros over all but the beginning of a file, where the tables are told. */
function overwriteMiddle(file: string): void {
  const kept = 10 * 8_192
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(statSync(file).size - kept), 0, undefined, kept)
  closeSync(descriptor)
}
