import { chmod, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureDataFolder } from './data-files.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('a data folder that is there keeps its rights, and one that is not is made for its owner only, with the folders above it', async () => {
  const folder = join(await temporaryFolder(), 'srv', 'data')
  ensureDataFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  await chmod(folder, 0o750)
  ensureDataFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o750)
})
