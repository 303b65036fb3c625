import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MemoryEventLog } from '@athar/infra/event-log/memory/memory-event-log.ts'
import { filesOpenIn } from '@athar/infra/sqlite/testing/files-open-in.ts'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { toNewFile, toResumedFile, writtenTo } from './destination.ts'

test('a file is let go of as far as it got, when what is written into it fails', async () => {
  const file = join(await temporaryFolder(), 'events.ndjson')
  const destination = await toNewFile(file)
  const writing = writtenTo(destination, async () => {
    await destination.write(Buffer.from('{"position":1}\n'))
    throw new Error('the log cannot be read on')
  })
  await expect(writing).rejects.toThrow('the log cannot be read on')
  expect(filesOpenIn(file)).toEqual([])
  expect(await readFile(file, 'utf8')).toBe('{"position":1}\n')
})

test('a file that cannot be cut off is let go of', async () => {
  const device = '/dev/null' // has no length to cut to
  const before = filesOpenIn(device).length
  await expect(toResumedFile(device, new MemoryEventLog([]))).rejects.toMatchObject({ syscall: 'ftruncate' })
  expect(filesOpenIn(device).length).toBe(before)
})
