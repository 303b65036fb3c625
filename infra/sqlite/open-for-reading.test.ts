import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { openForReading } from './open-for-reading.ts'
import { filesOpenIn } from './testing/files-open-in.ts'

test('a database that cannot be opened, however often, costs one descriptor and no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-reading-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'gone.sqlite') // SQLite cannot open it, and what is beside it says that somebody has it open
  const open = () => openForReading(file)
  await writeFile(`${file}-shm`, Buffer.alloc(4_096, 1))
  for (let tries = 0; tries < 5; tries++) expect(open).toThrow('unable to open database file')
  expect(filesOpenIn(folder)).toEqual([`${file}-shm`])

  await rm(`${file}-shm`)
  await writeFile(`${file}-shm`, Buffer.alloc(4_096, 1))
  expect(open).toThrow('unable to open database file')
  expect(filesOpenIn(folder)).toHaveLength(1)
})

// The first to open a database that was closed well makes its index, and nobody else can read meanwhile.
test('a database can be opened while others open and close it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-reading-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'some.sqlite')
  const writer = new DatabaseSync(file)
  writer.exec('PRAGMA journal_mode = WAL; CREATE TABLE some (thing TEXT)')
  writer.close()
  const openings = [1, 2].map(() => openAndClose(file, 1_000))
  expect(await Promise.all(openings)).toEqual(['opened 1000 times', 'opened 1000 times'])
})

async function openAndClose(file: string, times: number): Promise<string> {
  const worker = new Worker(new URL('./testing/open-and-close.ts', import.meta.url), { workerData: { file, times } })
  const [said] = await once(worker, 'message')
  await worker.terminate()
  return said
}
