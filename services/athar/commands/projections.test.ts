import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { breakOffBuilding, stopInStore } from '../testing/stopped-view.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { readDecisions } from '../views/decisions-file.ts'

const template = mkdtempSync(join(tmpdir(), 'athar-projections-'))

beforeAll(async () => {
  await recordSimulatedEvents(dataFiles(template).log, 300)
  expect((await runAthar(['rebuild', '--data', template])).exitCode).toBe(exitCodes.ok)
}, testMaxMs)
afterAll(() => rmSync(template, { recursive: true }))

/** A ledger of 300 events with its views, which were built once for all tests. */
async function builtViews(): Promise<string> {
  const data = join(await temporaryFolder(), 'data')
  cpSync(template, data, { recursive: true })
  return data
}

async function listed(data: string) {
  const { exitCode, stdout } = await runAthar(['projections', '--json', '--data', data])
  return { exitCode, projections: JSON.parse(stdout).projections as readonly { name: string; state: string }[] }
}

async function stateOf(data: string, projection: string) {
  return (await listed(data)).projections.find(({ name }) => name === projection)
}

describe('athar projections', { timeout: testMaxMs }, () => {
  test('says of a log that has no views yet that they are not built', async () => {
    const data = join(await temporaryFolder(), 'data')
    await recordSimulatedEvents(dataFiles(data).log, 100)
    const { exitCode, projections } = await listed(data)
    expect(exitCode).toBe(exitCodes.ok)
    expect(projections.length).toBeGreaterThan(3)
    for (const each of projections) expect(each).toMatchObject({ state: 'not-built', behind: 100 })
  })

  test('says how far each is, and which has stopped', async () => {
    const data = await builtViews()
    for (const each of (await listed(data)).projections)
      expect(each).toMatchObject({ state: 'following', position: 300, behind: 0 })
    await stopInStore(data, 'alerts', { at: 120, key: 'movement/MV-1' })
    const { exitCode, stdout } = await runAthar(['projections', '--data', data])
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stdout).toContain('alerts stopped at position 120, document movement/MV-1: Error: a test')
    expect(await stateOf(data, 'alerts')).toMatchObject({ state: 'stopped', position: 119, behind: 181 })
    expect(await stateOf(data, 'movements')).toMatchObject({ state: 'following' })
  })

  test('says of what the ledger does not answer from yet that it is being built', async () => {
    const data = await builtViews()
    await breakOffBuilding(data)
    for (const each of (await listed(data)).projections)
      expect(each).toMatchObject({ state: 'building', position: 300 })
  })

  test('skip and resume are decisions with a reason, kept beside the log, and followed by the next rebuild', async () => {
    const data = await builtViews()
    await stopInStore(data, 'alerts', { at: 120, key: 'movement/MV-1' })
    const skipped = await runAthar(['projections', 'skip', 'alerts', '--reason', 'see ticket 12', '--data', data])
    expect(skipped).toMatchObject({ exitCode: exitCodes.ok, stderr: '' })
    const decisions = readDecisions(dataFiles(data).viewDecisions)
    expect(decisions.at(-1)).toMatchObject({
      number: 2,
      kind: 'skip',
      projection: 'alerts',
      key: 'movement/MV-1',
      position: 120,
      reason: 'see ticket 12',
      by: expect.stringContaining('@'),
    })
    expect((await runAthar(['rebuild', 'movements', '--data', data])).exitCode).toBe(exitCodes.ok)
    expect(await stateOf(data, 'alerts')).toMatchObject({ state: 'following', position: 300 })
    expect((await runAthar(['verify', '--views', '--data', data])).exitCode).toBe(exitCodes.ok)
  })

  test.each([
    ['of one that goes on', ['skip', 'alerts', '--reason', 'because'], 'alerts has not stopped'],
    ['of one that is not there', ['resume', 'alarms', '--reason', 'because'], 'there is no projection "alarms"'],
    ['without a reason', ['skip', 'alerts'], '--reason'],
    ['with a reason that says nothing', ['skip', 'alerts', '--reason', ' '], 'must say why'],
  ])('a decision about something %s is refused', async (_, words, said) => {
    const data = join(await temporaryFolder(), 'data')
    await recordSimulatedEvents(dataFiles(data).log, 10)
    const { exitCode, stderr } = await runAthar(['projections', ...words, '--data', data])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain(said)
  })

  test('a ledger that runs follows a decision, and goes on recording with a projection that has stopped', async () => {
    const data = await builtViews()
    await stopInStore(data, 'flows', { at: 50, key: 'movement/MV-1' })
    const serving = await startServing(data)
    const readyz = await asked(`${serving.answer.url}/readyz`, text => text.includes('flows has stopped'))
    expect(readyz).toBe('ready\nviews: flows has stopped at position 50: Error: a test\n')
    expect(await asked(`${serving.answer.url}/metrics`, text => text.includes('athar_view_stopped'))).toContain(
      'athar_view_stopped{projection="flows"} 1',
    )
    await runAthar(['projections', 'resume', 'flows', '--reason', 'mended', '--data', data])
    expect(await asked(`${serving.answer.url}/readyz`, text => text === 'ready\n')).toBe('ready\n')
    expect(await asked(`${serving.answer.url}/metrics`, text => text.includes('{projection="flows"} 300'))).toContain(
      'athar_view_stopped{projection="flows"} 0',
    )
    expect(await asked(`${serving.answer.url}/metrics`, text => text.includes('athar_mass'))).toContain(
      '\nathar_mass_sum_grams 0\n',
    )
    await serving.end('SIGTERM')
    expect(await stateOf(data, 'flows')).toMatchObject({ state: 'following', position: 300 })
  })
})

/** Asks until the answer is as wanted; now and then, not to take the cores from what it waits for. */
function asked(url: string, isWanted: (text: string) => boolean): Promise<string> {
  return vi.waitFor(
    async () => {
      const text = await (await fetch(url)).text()
      expect(text).toSatisfy(isWanted)
      return text
    },
    { timeout: 20_000, interval: 20 },
  )
}
