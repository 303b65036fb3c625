import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyStoreConformance } from '../conformance.ts'
import { mintKey } from '../key-token.ts'
import { KeyStoreFailure, type KeyStoreFailureReason } from '../port.ts'
import { openSqliteKeyStore } from './sqlite-key-store.ts'

const nowMs = Date.parse('2026-11-22T07:41:00+01:00')

keyStoreConformance('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-keys-'))
  return {
    open: () => openSqliteKeyStore(join(folder, 'keys.sqlite')),
    contents: async () => Buffer.concat(await Promise.all((await readdir(folder)).map(f => readFile(join(folder, f))))),
    remove: () => rm(folder, { recursive: true }),
  }
})

describe('keys in SQLite', () => {
  let folder: string
  let file: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-keys-'))
    file = join(folder, 'keys.sqlite')
  })

  afterEach(() => rm(folder, { recursive: true }))

  test('every file is for its owner only', async () => {
    const store = openSqliteKeyStore(file)
    await store.create({ role: 'service' }, mintKey(), nowMs)
    for (const name of await readdir(folder)) {
      const { mode } = await stat(join(folder, name))
      expect(`${name} ${(mode & 0o777).toString(8)}`).toBe(`${name} 600`)
    }
    await store.close()
  })

  test('the same id twice is refused and changes nothing', async () => {
    const store = openSqliteKeyStore(file)
    const first = mintKey()
    await store.create({ role: 'service' }, first, nowMs)
    await expect(store.create({ role: 'authority' }, { ...mintKey(), id: first.id }, nowMs)).rejects.toThrow()
    expect(store.authenticate(first.token, nowMs)?.role).toBe('service')
    await store.close()
  })

  test('a missing store is not made when it must exist', () => {
    expect(failureOf(() => openSqliteKeyStore(file, { mustExist: true }))).toBe('missing')
    expect(existsSync(file)).toBe(false)
  })

  test('a missing folder is said to be missing', () => {
    expect(failureOf(() => openSqliteKeyStore(join(folder, 'nowhere', 'keys.sqlite')))).toBe('missing')
  })

  test('a file that is no database is called damaged', async () => {
    await writeFile(file, 'not a database, but long enough to look at. '.repeat(50))
    expect(failureOf(() => openSqliteKeyStore(file))).toBe('damaged')
  })

  test('another database is left alone', () => {
    const database = new DatabaseSync(file)
    database.exec('CREATE TABLE other (x); PRAGMA application_id = 7')
    expect(failureOf(() => openSqliteKeyStore(file))).toBe('damaged')
    expect(database.prepare('SELECT name FROM sqlite_schema').all()).toHaveLength(1)
    database.close()
  })

  test('a layout of tomorrow is not touched', async () => {
    await openSqliteKeyStore(file).close()
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 2')
    database.close()
    expect(() => openSqliteKeyStore(file)).toThrow('use the newer Athar')
  })

  test.each([`organisations = '[204]'`, `organisations = '{"C-204": true}'`, `role = 'owner'`, `secret_hash = x'00'`])(
    'a tampered row stops the store, instead of opening for someone: %s',
    async tampered => {
      const store = openSqliteKeyStore(file)
      await store.create({ role: 'party', organisations: new Set(['C-204']) }, mintKey(), nowMs)
      await store.close()
      const database = new DatabaseSync(file)
      database.exec(`PRAGMA ignore_check_constraints = ON; UPDATE key SET ${tampered}`)
      database.close()
      expect(failureOf(() => openSqliteKeyStore(file))).toBe('damaged')
    },
  )

  function failureOf(open: () => unknown): KeyStoreFailureReason | undefined {
    try {
      open()
    } catch (error) {
      if (error instanceof KeyStoreFailure) return error.reason
      throw error
    }
    return undefined
  }
})
