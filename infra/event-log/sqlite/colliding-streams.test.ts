import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type NewEvent, WrongRevision } from '../port.ts'
import { SqliteEventLog } from './sqlite-event-log.ts'

// As if 96 bits had come out the same for every name: what by chance never happens, and nobody can bring about.
vi.mock('./stream-key.ts', async original => ({
  ...(await original<typeof import('./stream-key.ts')>()),
  streamKey: () => [1, 2, 3],
}))

test('two streams that have one key: the second is refused, and none is read as the other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'athar-collision-'))
  const log = await SqliteEventLog.open(join(folder, 'log.sqlite'))
  onTestFinished(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })
  await log.append([event('lot-A', 0)])
  await expect(log.append([event('lot-B', 0)])).rejects.toThrow(WrongRevision)
  expect(await log.head()).toBe(1)
  expect((await log.readStreams(['lot-B'])).size).toBe(0)
  expect((await log.readStreams(['lot-A'])).get('lot-A')).toHaveLength(1)
  await log.append([event('lot-A', 1)])
  expect((await log.readStreams(['lot-A'])).get('lot-A')).toHaveLength(2)
})

function event(stream: string, revision: number): NewEvent {
  return { stream, revision, json: `{"stream":"${stream}","revision":${revision},"event":{}}` }
}
