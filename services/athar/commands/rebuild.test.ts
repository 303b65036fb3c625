import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pageBytes } from '@athar/infra/view-store/sqlite/database.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { makeOlder } from '../testing/stopped-view.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const events = 300
const template = mkdtempSync(join(tmpdir(), 'athar-rebuild-'))

beforeAll(async () => {
  await recordSimulatedEvents(dataFiles(template).log, events)
  const { exitCode, stdout } = await runAthar(['rebuild', '--json', '--data', template])
  expect(exitCode).toBe(exitCodes.ok)
  expect(JSON.parse(stdout)).toMatchObject({ isServed: false, isBuilt: true, events, seconds: expect.any(Number) })
}, testMaxMs)
afterAll(() => rmSync(template, { recursive: true }))

/** A ledger with its views, which were built once for all tests. */
async function builtViews(): Promise<string> {
  const data = join(await temporaryFolder(), 'data')
  cpSync(template, data, { recursive: true })
  return data
}

function filesOf(data: string): readonly string[] {
  return readdirSync(dataFiles(data).views).filter(name => name.endsWith('.sqlite'))
}

function custodyFileOf(data: string): string {
  return join(dataFiles(data).views, filesOf(data).find(name => name.startsWith('custody-')) ?? '')
}

async function verified(data: string) {
  const { exitCode, stdout } = await runAthar(['verify', '--views', '--json', '--data', data])
  return { exitCode, views: JSON.parse(stdout).views }
}

describe('athar rebuild', { timeout: testMaxMs }, () => {
  test('builds all views anew, and the old ones go', async () => {
    const data = await builtViews()
    const before = filesOf(data)
    expect((await runAthar(['rebuild', '--data', data])).exitCode).toBe(exitCodes.ok)
    expect(filesOf(data)).toHaveLength(before.length)
    expect(filesOf(data).filter(name => before.includes(name))).toEqual([])
    expect(await verified(data)).toMatchObject({ exitCode: exitCodes.ok, views: { well: true, missing: [] } })
  })

  test('builds one projection beside the others', async () => {
    const data = await builtViews()
    const before = filesOf(data)
    expect((await runAthar(['rebuild', 'alerts', '--data', data])).exitCode).toBe(exitCodes.ok)
    expect(filesOf(data)).toEqual(expect.arrayContaining([...before]))
    expect(filesOf(data)).toHaveLength(before.length + 1)
    expect(await verified(data)).toMatchObject({ exitCode: exitCodes.ok, views: { well: true, missing: [] } })
  })

  test('asks the ledger that runs there', async () => {
    const data = await builtViews()
    const [before] = filesOf(data)
    const serving = await startServing(data)
    const { exitCode, stdout } = await runAthar(['rebuild', '--json', '--data', data])
    expect(exitCode).toBe(exitCodes.ok)
    expect(JSON.parse(stdout)).toMatchObject({ isServed: true })
    await vi.waitFor(() => expect(filesOf(data)).not.toContain(before), { timeout: 20_000, interval: 20 })
    await serving.end('SIGTERM')
    expect(await verified(data)).toMatchObject({ exitCode: exitCodes.ok, views: { well: true, missing: [] } })
  })
})

describe('athar verify --views', { timeout: testMaxMs }, () => {
  test.each([
    ['a document that was changed', `UPDATE document SET json = '{}' WHERE id = 1`, 'document', 'other'],
    ['a document that is gone', 'DELETE FROM document WHERE id = 1', 'document', 'missing'],
    ['an entry that nothing explains', `INSERT INTO entry VALUES (1, 'x', 'y')`, 'entry', 'not-due'],
    [
      'an entry that is gone',
      'DELETE FROM entry WHERE (index_id, sort, key) IN (SELECT index_id, sort, key FROM entry LIMIT 1)',
      'entry',
      'missing',
    ],
    ['a sum that was changed', 'UPDATE tally SET total = total + 1', 'tally', 'other'],
  ])('finds %s', async (_, statement, kind, found) => {
    const data = await builtViews()
    const database = new DatabaseSync(custodyFileOf(data))
    database.exec(statement)
    database.close()
    const { exitCode, views } = await verified(data)
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(views.well).toBe(false)
    const differences = views.stores.flatMap((store: { differences: unknown[] }) => store.differences)
    expect(differences).toContainEqual(expect.objectContaining({ kind, found }))
  })

  test('finds a view that cannot be read', async () => {
    const data = await builtViews()
    writeFileSync(custodyFileOf(data), 'a shopping list')
    const { exitCode, views } = await verified(data)
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(views).toMatchObject({ well: false, unusable: [{ why: expect.stringContaining('is not a database') }] })
  })

  test('finds a view with a torn page, says in which file, and compares the others', async () => {
    const data = await builtViews()
    const file = custodyFileOf(data)
    const torn = readFileSync(file)
    torn.fill(0xff, pageBytes * Math.floor(torn.length / pageBytes / 2))
    writeFileSync(file, torn)
    const { exitCode, views } = await verified(data)
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(views).toMatchObject({ well: false, unusable: [{ why: expect.stringContaining(`${file} is damaged`) }] })
    expect(views.stores.map(({ found }: { readonly found: number }) => found)).toEqual([0, 0])
  })

  test('says of views under the name of another fold, or of another version, what they are', async () => {
    const data = await builtViews()
    await makeOlder(data, 'flows')
    const { views } = dataFiles(data)
    for (const name of readdirSync(views).filter(each => each.startsWith('registers-')))
      renameSync(join(views, name), join(views, name.replace(/^registers-b\d+/, 'directory-b9')))
    const { exitCode, stdout } = await runAthar(['verify', '--views', '--data', data])
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toMatch(
      /not compared: directory-b9-d\d+ holds registers version \d+, under the name of another fold/,
    )
    expect(stdout).toMatch(/not compared: custody-b\d+-d\d+ holds flows version 0; this program has version \d+/)
    expect(stdout).toContain('not built, and not compared: registers\n')
  })

  test('of a data folder without views says which are missing', async () => {
    const data = join(await temporaryFolder(), 'data')
    await recordSimulatedEvents(dataFiles(data).log, 50)
    const { exitCode, views } = await verified(data)
    expect(exitCode).toBe(exitCodes.ok)
    expect(views).toMatchObject({ stores: [], missing: expect.arrayContaining(['mass-ledger', 'registers']) })
  })
})
