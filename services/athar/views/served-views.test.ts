import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Random } from '@athar/scripts/simulate/random.ts'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { postEvents } from '../bad-days/post-events.ts'
import { makeServiceKey, ServedLedger } from '../bad-days/served-ledger.ts'
import { dataFiles } from '../data-files.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { simulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

interface Ledger {
  readonly served: ServedLedger
  readonly dataFolder: string
  readonly key: string
  readonly url: string
}

async function serve(dataFolder: string, key: string): Promise<Ledger> {
  const served = new ServedLedger({ dataFolder, flags: ['--log-level', 'info'] })
  onTestFinished(() => served.kill('SIGKILL'))
  return { served, dataFolder, key, url: await served.url }
}

async function newLedger(): Promise<Ledger> {
  const dataFolder = join(await temporaryFolder(), 'data')
  return serve(dataFolder, await makeServiceKey(dataFolder))
}

async function stop({ served }: Ledger): Promise<void> {
  served.kill('SIGTERM')
  expect(await served.exit).toEqual({ code: 0, signal: null })
}

/** Asked now and then: who asks without a pause takes the cores from what it waits for. */
const untilBuilt = { timeout: 30_000, interval: 20 }

/** The balance of all mass, once the views are at a position: asked again as long as they are being built. */
function balanceAt({ url, key }: Ledger, position: number): Promise<Response> {
  return vi.waitFor(async () => {
    const answer = await fetch(`${url}/v1/balance?minPosition=${position}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    if (answer.status === 503) throw new Error(await answer.text())
    return answer
  }, untilBuilt)
}

async function post(ledger: Ledger, from: number, to: number): Promise<void> {
  const posted = await postEvents(
    ledger,
    simulatedEvents(to)
      .slice(from)
      .map(text => JSON.parse(text)),
    'lines',
  )
  expect(posted.kind).toBe('answered')
}

async function verifiedViews(dataFolder: string) {
  const { exitCode, stdout, stderr } = await runAthar(['verify', '--views', '--json', '--data', dataFolder])
  expect(stderr).toBe('')
  return { exitCode, views: JSON.parse(stdout).views }
}

describe('views of a ledger that serves', { timeout: 2 * testMaxMs }, () => {
  test('follow what is recorded: who has written reads what he wrote', async () => {
    const ledger = await newLedger()
    await post(ledger, 0, 400)
    const answer = await balanceAt(ledger, 400)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('athar-position')).toBe('400')
    expect(await answer.json()).toMatchObject({ sumGrams: 0, position: 400 })
    await post(ledger, 400, 600)
    expect((await balanceAt(ledger, 600)).headers.get('athar-position')).toBe('600')
    await stop(ledger)
    const { exitCode, views } = await verifiedViews(ledger.dataFolder)
    expect(exitCode).toBe(0)
    expect(views).toMatchObject({ well: true, missing: [], sumGrams: 0 })
    for (const store of views.stores) expect(store).toMatchObject({ position: 600, found: 0 })
  })

  describe('once they are built', () => {
    const template = mkdtempSync(join(tmpdir(), 'athar-views-'))
    let key = ''

    beforeAll(async () => {
      key = await makeServiceKey(template)
      const served = new ServedLedger({ dataFolder: template })
      try {
        const ledger = { served, dataFolder: template, key, url: await served.url }
        await post(ledger, 0, 300)
        await balanceAt(ledger, 300)
        await stop(ledger)
      } finally {
        served.kill('SIGKILL')
      }
    }, testMaxMs)
    afterAll(() => rmSync(template, { recursive: true }))

    test.each<[string, (file: string) => void]>([
      ['deleted', file => rmSync(file)],
      ['cut off', file => truncateSync(file, Math.floor(statSync(file).size / 2))],
      ['overwritten with something else', file => truncateSync(file, 10)],
    ])('that were %s are built again, with a line that says so', async (_, harm) => {
      const dataFolder = join(await temporaryFolder(), 'data')
      cpSync(template, dataFolder, { recursive: true })
      const { views } = dataFiles(dataFolder)
      const file = readdirSync(views).find(name => /^custody.*\.sqlite$/.test(name)) ?? ''
      harm(join(views, file))
      const again = await serve(dataFolder, key)
      expect((await balanceAt(again, 300)).status).toBe(200)
      await stop(again)
      expect(again.served.said).toContain('views are being built in custody-b')
      expect((await verifiedViews(dataFolder)).views).toMatchObject({ well: true, missing: [] })
    })
  })

  test('answer as soon as the ledger says that it is ready, also when it has just started', async () => {
    const first = await newLedger()
    await post(first, 0, 400)
    await balanceAt(first, 400)
    await stop(first)
    for (let round = 0; round < 3; round++) {
      const { url, ...ledger } = await serve(first.dataFolder, first.key)
      await vi.waitFor(async () => {
        const readyz = await fetch(`${url}/readyz`)
        const told = await readyz.text()
        if (!readyz.ok) expect(told).toContain('"view-unavailable"')
        expect(readyz.status).toBe(200)
      }, untilBuilt)
      const headers = { authorization: `Bearer ${ledger.key}` }
      for (const path of ['/v1/balance', '/v1/movements', '/v1/sites', '/v1/flows?by=wilaya', '/v1/alerts']) {
        const answer = await fetch(url + path, { headers })
        expect([path, answer.status, answer.headers.get('athar-position')]).toEqual([path, 200, '400'])
      }
      await stop({ url, ...ledger })
    }
  })

  test('that are switched off are no reason not to be ready', async () => {
    const dataFolder = join(await temporaryFolder(), 'data')
    const served = new ServedLedger({ dataFolder, flags: ['--views', 'off'] })
    onTestFinished(() => served.kill('SIGKILL'))
    expect((await fetch(`${await served.url}/readyz`)).status).toBe(200)
  })

  test('are those of a fold from nothing after the process was killed while it folded, again and again', async () => {
    const dataFolder = join(await temporaryFolder(), 'data')
    const key = await makeServiceKey(dataFolder)
    const chance = new Random(7, 'life')
    for (let round = 0; round < 4; round++) {
      const ledger = await serve(dataFolder, key)
      await post(ledger, round * 500, (round + 1) * 500)
      await viewsHaveBegun(ledger, chance.between(0, 3))
      ledger.served.kill('SIGKILL')
      await ledger.served.exit
    }
    const ledger = await serve(dataFolder, key)
    await balanceAt(ledger, 2_000)
    await stop(ledger)
    expect((await verifiedViews(dataFolder)).views).toMatchObject({ well: true, missing: [] })
  })
})

/** Reads so often: the death then falls into another moment of the folding. */
async function viewsHaveBegun({ url, key, dataFolder }: Ledger, reads: number): Promise<void> {
  while (!existsSync(dataFiles(dataFolder).views)) await fetch(`${url}/readyz`).then(answer => answer.arrayBuffer())
  for (let read = 0; read < reads; read++) {
    const answer = await fetch(`${url}/v1/balance`, { headers: { authorization: `Bearer ${key}` } })
    await answer.arrayBuffer()
  }
}
