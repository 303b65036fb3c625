import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLists } from '@athar/events/codes/code-lists.ts'
import { sample } from '@athar/events/codes/national-list.sample.ts'
import { parseNationalList } from '@athar/events/codes/national-list.ts'
import { MemoryEventLog } from '@athar/infra/event-log/memory/memory-event-log.ts'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { keepViewsOfThisBasis } from './views-basis.ts'

let folder: string
let view: string

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'views')
  view = join(folder, 'custody-b1-d0.sqlite')
})

async function logWith(...ids: readonly string[]): Promise<MemoryEventLog> {
  const log = new MemoryEventLog([])
  await log.append(ids.map(id => ({ stream: `lot-${id}`, revision: 0, json: `{"stream":"lot-${id}"}` })))
  return log
}

test('views of this log and these code lists stay', async () => {
  const log = await logWith('A')
  expect(await keepViewsOfThisBasis(folder, log)).toBeUndefined()
  writeFileSync(view, 'folded')
  expect(await keepViewsOfThisBasis(folder, log)).toBeUndefined()
  expect(existsSync(view)).toBe(true)
})

test('views of a log that was empty stay when it has its first events', async () => {
  expect(await keepViewsOfThisBasis(folder, await logWith())).toBeUndefined()
  writeFileSync(view, 'folded')
  expect(await keepViewsOfThisBasis(folder, await logWith('A'))).toBeUndefined()
  expect(existsSync(view)).toBe(true)
  expect(await keepViewsOfThisBasis(folder, await logWith('B'))).toBe('they are of another log')
})

test('views of another log are thrown away', async () => {
  await keepViewsOfThisBasis(folder, await logWith('A'))
  writeFileSync(view, 'folded')
  expect(await keepViewsOfThisBasis(folder, await logWith('B', 'A'))).toBe('they are of another log')
  expect(existsSync(view)).toBe(false)
})

test('views that say nothing of their log, or half of it, are thrown away', async () => {
  await keepViewsOfThisBasis(folder, await logWith('A'))
  writeFileSync(join(folder, 'basis.json'), '{"log":')
  writeFileSync(view, 'folded')
  expect(await keepViewsOfThisBasis(folder, await logWith('A'))).toBe('it is not known from which log they were folded')
  expect(existsSync(view)).toBe(false)
})

test('views are thrown away when codes mean something else: their warnings would be wrong', async () => {
  const log = await logWith('A')
  await keepViewsOfThisBasis(folder, log)
  writeFileSync(view, 'folded')
  const parsed = parseNationalList(sample())
  if ('errors' in parsed) throw new Error('the sample is not a list')
  codeLists.add(parsed.list)
  expect(await keepViewsOfThisBasis(folder, log)).toBe('the code lists are others than before')
  expect(existsSync(view)).toBe(false)
})
