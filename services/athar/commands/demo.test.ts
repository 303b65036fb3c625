import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { keyState } from '@athar/infra/key-store/port.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startAthar } from '../testing/running-athar.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const invitation = z.object({
  url: z.string(),
  dataFolder: z.string(),
  key: z.string(),
  story: z.object({ movement: z.string(), factory: z.string(), plant: z.string() }),
  head: z.number(),
})

const small = ['--port', '0', '--days', '2', '--movements-per-day', '60']

describe('athar demo', { timeout: testMaxMs }, () => {
  test('a world has lived until now, can be looked at, and is gone when it ends', async () => {
    const demo = await startAthar(['demo', ...small], invitation)
    const { url, key, story, head, dataFolder } = demo.answer
    expect(head).toBeGreaterThan(1_000)
    const authorization = { authorization: `Bearer ${key}` }
    const ofMovement = await fetch(`${url}/v1/movements/${story.movement}/events`, { headers: authorization })
    expect(await ofMovement.text()).toContain('waste.movement.declared')
    const ask = async (path: string) => (await fetch(`${url}${path}`, { headers: authorization })).json()
    const { items } = (await ask(`/v1/sites/${story.plant}/stock?minPosition=${head}`)) as { items: unknown[] }
    expect(items.length).toBeGreaterThan(0)
    const { fates } = (await ask(`/v1/lots/${story.movement}/lineage?direction=downstream`)) as { fates: unknown[] }
    expect(fates.length).toBeGreaterThan(0)
    expect(await ask('/v1/alerts?limit=1')).toMatchObject({ items: [{ open: true }] })
    const write = await fetch(`${url}/v1/events`, { method: 'POST', headers: authorization, body: '{}' })
    expect(write.status).toBe(403)
    expect((await demo.end('SIGINT')).exitCode).toBe(exitCodes.ok)
    expect(existsSync(dataFolder)).toBe(false)
  })

  test('in a folder that stays, the next demo goes on with the same world and its keys are ended', async () => {
    const into = join(await temporaryFolder(), 'demo')
    const first = await startAthar(['demo', ...small, '--into', into], invitation)
    await first.end('SIGTERM')
    const second = await startAthar(['demo', '--port', '0', '--into', into, '--seed', '99'], invitation)
    expect(second.answer.story).toEqual(first.answer.story)
    expect(second.answer.head - first.answer.head).toBeLessThan(100)
    await second.end('SIGTERM')
    const keys = openSqliteKeyStore(join(into, 'keys.sqlite'))
    expect(keys.authenticate(first.answer.key, Date.now())).toBeUndefined()
    expect(keys.authenticate(second.answer.key, Date.now())).toBeUndefined()
    await keys.close()
  })

  test('one that cannot listen leaves no folder behind, and no key that opens one that stays', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo // it listens on TCP
    const onTakenPort = ['demo', '--port', String(port), '--days', '1', '--movements-per-day', '60']
    const [TMPDIR, into] = [await temporaryFolder(), await temporaryFolder()]
    const { exitCode, stderr } = await runAthar(onTakenPort, { TMPDIR })
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(stderr).toContain('something listens there already')
    expect(await readdir(TMPDIR)).toEqual([])
    expect((await runAthar([...onTakenPort, '--into', into])).exitCode).toBe(exitCodes.unavailable)
    const keys = openSqliteKeyStore(join(into, 'keys.sqlite'))
    const states = (await keys.list()).map(key => [key.role, keyState(key, Date.now())])
    expect(states).toEqual(
      expect.arrayContaining([
        ['service', 'revoked'],
        ['analyst', 'revoked'],
      ]),
    )
    await keys.close()
    taken.close()
  })

  test('a folder with something else in it is refused and left as it is', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'log.sqlite'), 'real')
    const { exitCode, stderr } = await runAthar(['demo', ...small, '--into', folder])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain('made-up events have no place there')
    expect(await readdir(folder)).toEqual(['log.sqlite'])
  })
})
