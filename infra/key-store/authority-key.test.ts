import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authorityKeyFile, ensureAuthorityKey } from './authority-key.ts'
import { type KeyStore, KeyStoreFailure } from './port.ts'
import { openSqliteKeyStore } from './sqlite/sqlite-key-store.ts'

const nowMs = Date.parse('2026-11-22T07:41:00+01:00')

describe('the first authority key', () => {
  let folder: string
  let store: KeyStore

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'athar-data-')), 'data')
    await mkdir(folder)
    store = openSqliteKeyStore(join(folder, 'keys.sqlite'))
  })

  afterEach(async () => {
    await store.close()
    await rm(join(folder, '..'), { recursive: true })
  })

  async function writtenToken(): Promise<string> {
    return (await readFile(join(folder, authorityKeyFile), 'utf8')).trimEnd()
  }

  test('is written once, and opens as the authority', async () => {
    expect(await ensureAuthorityKey(store, folder, nowMs)).toEqual({
      file: join(folder, authorityKeyFile),
      created: true,
    })
    expect(store.authenticate(await writtenToken(), nowMs)?.role).toBe('authority')

    const token = await writtenToken()
    expect(await ensureAuthorityKey(store, folder, nowMs)).toMatchObject({ created: false })
    expect(await writtenToken()).toBe(token)
    expect(await store.list()).toHaveLength(1)
  })

  test('is for its owner only, and leaves no draft behind', async () => {
    await ensureAuthorityKey(store, folder, nowMs)
    expect((await stat(join(folder, authorityKeyFile))).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter(name => name.endsWith('.partial'))).toEqual([])
  })

  test('is not made again when its file was moved to a safe place', async () => {
    await ensureAuthorityKey(store, folder, nowMs)
    await rename(join(folder, authorityKeyFile), join(folder, '..', 'safe'))
    expect(await ensureAuthorityKey(store, folder, nowMs)).toMatchObject({ created: false })
    expect(await readdir(folder)).not.toContain(authorityKeyFile)
  })

  test('is handed over even when the first start died before the key was kept', async () => {
    const dying: KeyStore = {
      ...store,
      list: async () => [],
      create: async () => Promise.reject(new KeyStoreFailure('io-error', 'the disk failed')),
    }
    await expect(ensureAuthorityKey(dying, folder, nowMs)).rejects.toThrow(KeyStoreFailure)
    expect(store.authenticate(await writtenToken(), nowMs)).toBeUndefined()

    await ensureAuthorityKey(store, folder, nowMs)
    expect(store.authenticate(await writtenToken(), nowMs)?.role).toBe('authority')
  })
})
