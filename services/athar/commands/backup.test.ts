import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exitCodes } from '../exit-codes.ts'
import { headOf } from '../opened-log.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { recordSimulatedEvents, simulatedEvents } from '../testing/simulated-log.ts'
import { spoilPage } from '../testing/spoil-page.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const batchAnswer = z.object({ recorded: z.number(), rejected: z.number() })

describe('athar backup', { timeout: testMaxMs }, () => {
  test('while a ledger writes, the copy is whole, holds all that was acknowledged before, and can be served', async () => {
    const data = join(await temporaryFolder(), 'data')
    const to = join(data, '..', 'backup')
    const key = (await runAthar(['keys', 'create', '--role', 'service', '--data', data])).stdout.trim()
    const serving = await startServing(data)
    const writing = new AbortController()
    const batches = batchesOf(simulatedEvents(100_000), 200)
    const written = post(serving.answer.url, key, batches, writing.signal)
    while ((await headOf(data)) < 2_000) await new Promise(resolve => setImmediate(resolve))

    const acknowledged = await headOf(data)
    const { exitCode, stdout } = await runAthar(['backup', '--data', data, '--to', to, '--json'])
    writing.abort()
    const recorded = await written
    await serving.end('SIGTERM')

    expect(exitCode).toBe(exitCodes.ok)
    const { head } = JSON.parse(stdout)
    expect(head).toBeGreaterThanOrEqual(acknowledged)
    expect(head).toBeLessThan(recorded) // it went on while the copy was made
    expect(JSON.parse((await runAthar(['verify', '--data', to, '--integrity-check', '--json'])).stdout)).toMatchObject({
      well: true,
      head,
    })
    const again = await startServing(to)
    expect(await post(again.answer.url, key, batches.slice(0, 1))).toBe(0) // its key opens, its events are known
    await again.end('SIGTERM')
  })

  test('it is for its owner only, stands alone, and leaves the secret of the authority behind', async () => {
    const data = join(await temporaryFolder(), 'data')
    const to = join(data, '..', 'backup')
    await recordSimulatedEvents(join(data, 'log.sqlite'), 200)
    const serving = await startServing(data)
    await serving.end('SIGTERM')
    await runAthar(['backup', '--data', data, '--to', to])

    expect((await readdir(to)).sort()).toEqual(['keys.sqlite', 'log.sqlite'])
    expect((await stat(to)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(to)) expect((await stat(join(to, name))).mode & 0o777).toBe(0o600)
    const keys = openSqliteKeyStore(join(to, 'keys.sqlite'))
    expect(await keys.list()).toHaveLength(1)
    await keys.close()
    expect(await headOf(to)).toBe(200)
  })

  test('a folder that is there is not touched, and a copy that broke off is begun again', async () => {
    const data = join(await temporaryFolder(), 'data')
    await recordSimulatedEvents(join(data, 'log.sqlite'), 200)
    const there = await runAthar(['backup', '--data', data, '--to', data])
    expect(there.exitCode).toBe(exitCodes.usage)
    expect(there.stderr).toContain('a backup goes into a new folder')

    const to = join(data, '..', 'backup')
    await recordSimulatedEvents(join(`${to}.partial`, 'log.sqlite'), 10)
    const { exitCode } = await runAthar(['backup', '--data', data, '--to', to])
    expect(exitCode).toBe(exitCodes.ok)
    expect(await headOf(to)).toBe(200)
    expect((await readdir(join(data, '..'))).sort()).toEqual(['backup', 'data'])
  })

  test('of a log that is damaged no backup is made, and it is said that the log is', async () => {
    const data = join(await temporaryFolder(), 'data')
    await recordSimulatedEvents(join(data, 'log.sqlite'), 2_000)
    spoilPage(join(data, 'log.sqlite'), 0.5)
    const { exitCode, stderr } = await runAthar(['backup', '--data', data, '--to', join(data, '..', 'backup')])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toContain(`${join(data, 'log.sqlite')} is damaged`)
    expect(await readdir(join(data, '..'))).toEqual(['data'])
  })

  test('without a log there is nothing to copy', async () => {
    const folder = await temporaryFolder()
    const { exitCode } = await runAthar(['backup', '--data', join(folder, 'none'), '--to', join(folder, 'backup')])
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(await readdir(folder)).toEqual([])
  })
})

function batchesOf(events: readonly string[], size: number): readonly string[] {
  return Array.from({ length: events.length / size }, (_, index) =>
    events.slice(index * size, (index + 1) * size).join('\n'),
  )
}

/** Sends batches one after the other until the signal aborts; answers how many events were recorded. */
async function post(url: string, key: string, batches: readonly string[], signal?: AbortSignal): Promise<number> {
  let recorded = 0
  for (const body of batches) {
    if (signal?.aborted) break
    const response = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/x-ndjson',
        prefer: 'return=minimal',
      },
      body,
    })
    const answer = batchAnswer.parse(await response.json())
    expect(answer.rejected).toBe(0)
    recorded += answer.recorded
  }
  return recorded
}
