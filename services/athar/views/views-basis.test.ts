import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLists } from '@athar/events/codes/code-lists.ts'
import { parseNationalList } from '@athar/events/codes/national-list.ts'
import { sample } from '@athar/events/codes/testing/national-list-sample.ts'
import { beforeEach, expect, test } from 'vitest'
import { smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { keepViewsOfThisBasis } from './views-basis.ts'

const whyNot = whyNoSmallDisk()
if (whyNot !== undefined) console.warn(`skipped, views on a disk of their own: ${whyNot}`)

let folder: string
let view: string

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'views')
  view = join(folder, 'custody-b1-d0.sqlite')
})

test('views that were folded with these code lists stay', () => {
  expect(keepViewsOfThisBasis(folder)).toBeUndefined()
  writeFileSync(view, 'folded')
  expect(keepViewsOfThisBasis(folder)).toBeUndefined()
  expect(existsSync(view)).toBe(true)
})

test('views that do not say with which, or half of it, are thrown away', () => {
  keepViewsOfThisBasis(folder)
  writeFileSync(join(folder, 'basis.json'), '{"codes":')
  writeFileSync(view, 'folded')
  expect(keepViewsOfThisBasis(folder)).toBe('it is not known with which code lists they were folded')
  expect(existsSync(view)).toBe(false)
})

test('views are thrown away when codes mean something else: their warnings would be wrong', () => {
  keepViewsOfThisBasis(folder)
  writeFileSync(view, 'folded')
  const parsed = parseNationalList(sample())
  if ('errors' in parsed) throw new Error('the sample is not a list')
  codeLists.add(parsed.list)
  expect(keepViewsOfThisBasis(folder)).toBe('the code lists are others than before')
  expect(existsSync(view)).toBe(false)
})

test('a folder that is a link to another disk stays one when its views are thrown away', async () => {
  const elsewhere = await temporaryFolder()
  symlinkSync(elsewhere, folder)
  writeFileSync(view, 'folded')
  expect(keepViewsOfThisBasis(folder)).toBe('it is not known with which code lists they were folded')
  expect(existsSync(join(elsewhere, 'basis.json'))).toBe(true)
  expect(existsSync(view)).toBe(false)
})

test.skipIf(whyNot !== undefined)('so does one that is a disk of its own', async () => {
  const disk = await smallDisk(1024 * 1024)
  mkdirSync(join(disk, 'lost+found'))
  expect(keepViewsOfThisBasis(disk)).toBeUndefined()
  writeFileSync(join(disk, 'basis.json'), '{"codes":')
  expect(keepViewsOfThisBasis(disk)).toBe('it is not known with which code lists they were folded')
  expect(keepViewsOfThisBasis(disk)).toBeUndefined()
  expect(existsSync(join(disk, 'lost+found'))).toBe(true)
})
