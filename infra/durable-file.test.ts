import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { replaceDurably } from './durable-file.ts'

describe('a file that is replaced', () => {
  let file = ''

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'athar-durable-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    file = join(folder, 'decisions.ndjson')
    await writeFile(file, 'before\n')
  })

  test('holds the new text, and leaves nothing beside it', async () => {
    replaceDurably(file, 'after\n')
    expect(await readFile(file, 'utf8')).toBe('after\n')
    expect(existsSync(`${file}.partial`)).toBe(false)
  })

  test.skipIf(!existsSync('/dev/full'))(
    'is as it was on a full disk, which is told with its name (needs /dev/full)',
    async () => {
      await symlink('/dev/full', `${file}.partial`)
      expect(() => replaceDurably(file, 'after\n')).toThrow(`${file}.partial: ENOSPC`)
      expect(await readFile(file, 'utf8')).toBe('before\n')
    },
  )
})
