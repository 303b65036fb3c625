import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { filesOpenIn } from '@athar/infra/sqlite/testing/files-open-in.ts'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { readLines } from './lines.ts'

/** More than is read ahead, also when it is packed. */
const longLines = Array.from({ length: 80 }, () => `${randomBytes(75_000).toString('base64')}\n`).join('')

test.each([
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
])('a file packed with %s is closed when its reader stops early', async (name, pack) => {
  const file = join(await temporaryFolder(), `events.${name}`)
  writeFileSync(file, pack(longLines))
  for await (const lines of readLines(file, Readable.from([]))) if (lines.length > 0) break
  await vi.waitFor(() => expect(filesOpenIn(file)).toEqual([]))
})
