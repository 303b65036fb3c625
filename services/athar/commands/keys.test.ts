import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keyLimits } from '@athar/infra/key-store/port.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const tokenPattern = /^athar_[a-z2-7]{10}_[A-Za-z0-9_-]{43}$/

describe('athar keys', { timeout: testMaxMs }, () => {
  let data: string

  beforeEach(async () => {
    data = join(await temporaryFolder(), 'data')
  })

  function keys(...words: readonly string[]) {
    return runAthar(['keys', ...words, '--data', data])
  }

  async function created(...words: readonly string[]) {
    const { stdout } = await keys('create', '--json', ...words)
    return JSON.parse(stdout)
  }

  test('a new key is alone on stdout, and what to know of it on stderr', async () => {
    const { exitCode, stdout, stderr } = await keys('create', '--role', 'service')
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout.trimEnd()).toMatch(tokenPattern)
    expect(stderr).toContain('not shown again')
    expect(stderr).not.toContain(stdout.slice(17, 60))
  })

  test('a key in JSON says whom it stands for', async () => {
    const organisations = ['--organisation', 'C-204', '--organisation', 'C-205']
    const key = await created('--role', 'party', ...organisations, '--name', 'شاحنات', '--expires', '2099-12-31')
    expect(key).toEqual({
      id: key.token.slice(6, 16),
      role: 'party',
      state: 'active',
      organisations: ['C-204', 'C-205'],
      name: 'شاحنات',
      createdAt: expect.stringMatching(/Z$/),
      expiresAt: '2099-12-31T23:00:00.000Z',
      token: expect.stringMatching(tokenPattern),
    })
  })

  test('no file and no list holds the secret, and no file is for others', async () => {
    const { token } = await created('--role', 'service')
    const secret = token.slice(17)
    const list = await keys('list', '--json')
    expect(list.stdout + (await keys('list')).stdout).not.toContain(secret)
    for (const name of await readdir(data)) {
      expect((await readFile(join(data, name))).includes(secret)).toBe(false)
      expect((await stat(join(data, name))).mode & 0o077).toBe(0)
    }
    expect((await stat(data)).mode & 0o777).toBe(0o700)
  })

  test('a process that runs turns away what another one revoked', async () => {
    const { token, id } = await created('--role', 'service')
    const store = openSqliteKeyStore(join(data, 'keys.sqlite'))
    onTestFinished(() => store.close())
    const nowMs = Date.now()
    expect(store.authenticate(token, nowMs)?.id).toBe(id)

    const revoked = await keys('revoke', id, '--json')
    expect(revoked.exitCode).toBe(exitCodes.ok)
    expect(JSON.parse(revoked.stdout)).toMatchObject({ id, state: 'revoked' })
    expect(store.authenticate(token, nowMs + keyLimits.unnoticedMaxMs)).toBeUndefined()
  })

  test('a key that leaked is revoked by what was found', async () => {
    const { token, id } = await created('--role', 'service')
    const { exitCode, stdout } = await keys('revoke', token)
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toBe(`Key ${id} is revoked: it opens nothing any more.\n`)
  })

  test('an end is set, passed and taken away', async () => {
    const { id } = await created('--role', 'analyst')
    expect(JSON.parse((await keys('expire', id, 'now', '--json')).stdout)).toMatchObject({ state: 'expired' })
    expect((await keys('expire', id, '2099-12-31')).stdout).toContain('expires at 2100-01-01 00:00 (Algiers)')
    expect((await keys('expire', id, 'never')).stdout).toBe(`Key ${id} does not expire.\n`)
  })

  test('the list shows every key with its state, oldest first', async () => {
    const first = await created('--role', 'party', '--organisation', 'C-204', '--name', 'trucks')
    const second = await created('--role', 'inspector')
    await keys('revoke', second.id)
    const [headings, ...lines] = (await keys('list')).stdout.trimEnd().split('\n')
    expect(headings).toMatch(/^ID +ROLE +STATE +CREATED +EXPIRES +ORGANISATIONS +NAME$/)
    expect(lines).toEqual([
      expect.stringMatching(`^${first.id} +party +active +.* +never +C-204 +trucks$`),
      expect.stringMatching(`^${second.id} +inspector +revoked +.* +never$`),
    ])
  })

  test('a folder without keys is said to be one, and left without', async () => {
    for (const words of [['list'], ['revoke', 'aaaaaaaaaa'], ['expire', 'aaaaaaaaaa', 'now']]) {
      const { exitCode, stderr } = await keys(...words)
      expect(exitCode).toBe(exitCodes.unavailable)
      expect(stderr).toContain(data)
    }
    await expect(stat(data)).rejects.toThrow('ENOENT')
  })

  test('an unknown id fails the check', async () => {
    await created('--role', 'service')
    const { exitCode, stderr } = await keys('revoke', 'aaaaaaaaaa')
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stderr).toContain('there is no key aaaaaaaaaa')
  })

  test.each([
    ['no role', ['create'], '--role'],
    ['an unknown role', ['create', '--role', 'boss'], 'authority, party, service, inspector, analyst'],
    ['a party for nobody', ['create', '--role', 'party'], '--organisation'],
    ['an organisation for an analyst', ['create', '--role', 'analyst', '--organisation', 'C-1'], 'speaks for itself'],
    ['an impossible organisation', ['create', '--role', 'party', '--organisation', 'C 1'], '--organisation is "C 1"'],
    ['a name that a terminal would obey', ['create', '--role', 'service', '--name', '\u001b[2J'], '\\u001b[2J'],
    ['a past end', ['create', '--role', 'service', '--expires', '2020-01-01'], 'must lie in the future'],
    ['no day', ['create', '--role', 'service', '--expires', 'soon'], '--expires is "soon": it must be a day'],
    ['no id', ['revoke', 'K'], '<id> is "K": it must be the id of a key'],
    ['a missing argument', ['expire', 'aaaaaaaaaa'], 'when'],
  ])('%s is a wrong use, and makes nothing', async (_, words, said) => {
    const { exitCode, stdout, stderr } = await keys(...words)
    expect(exitCode).toBe(exitCodes.usage)
    expect(stdout).toBe('')
    expect(stderr).toContain(said)
    await expect(stat(data)).rejects.toThrow('ENOENT')
  })
})
