import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
