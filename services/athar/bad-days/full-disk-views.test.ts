import { join } from 'node:path'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar } from '../testing/run-athar.ts'
import { leaveRoom, makeRoom, smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { type Door, type Posted, postEvents } from './post-events.ts'
import { Outbox } from './senders.ts'
import { makeServiceKey, ServedLedger } from './served-ledger.ts'

const diskBytes = 24 * 1024 * 1024
/** What the ballast leaves free at first: less than what views leave to the log, of so small a disk a twentieth. */
const roomLeftBytes = 600 * 1024
/** With which views would have taken the room several times over. */
const requestsGranted = 10
const requestsMax = 200

const whyNot = whyNoSmallDisk()
if (whyNot !== undefined) console.warn(`skipped, views on a full disk: ${whyNot}`)

test.skipIf(whyNot !== undefined)(
  'views leave the last room of a disk to the log, say so, answer as they were, and catch up when room is made',
  async () => {
    const disk = await smallDisk(diskBytes)
    const dataFolder = join(disk, 'data')
    const key = await makeServiceKey(dataFolder)
    const served = new ServedLedger({ dataFolder, flags: ['--log-level', 'debug'] })
    onTestFinished(() => served.kill('SIGKILL'))
    const door = { url: await served.url, key }
    const outbox = new Outbox(simulate(world({ seed: 2, start: '2020-01-01' }), {}))
    let recorded = 0
    const send = async (count: number): Promise<Posted> => {
      const events = outbox.take(count)
      const posted = await postEvents(door, events, 'lines')
      if (posted.kind !== 'answered') outbox.putBack(events)
      else for (const answer of posted.answers) if (answer.outcome === 'recorded') recorded = answer.position
      return posted
    }
    expect((await send(2_000)).kind).toBe('answered')
    await untilFolded(door, recorded)
    const known = recorded

    await leaveRoom(disk, roomLeftBytes)
    const aboutTheDisk = () => served.said.split('\n').filter(line => line.includes('views stand still'))
    const troubleAgain = () => expect(aboutTheDisk().filter(isAgain).length).toBeGreaterThan(1)
    await vi.waitFor(troubleAgain, { timeout: 30_000, interval: 200 })
    expect(aboutTheDisk().filter(line => !isAgain(line))).toHaveLength(1)
    expect(await (await fetch(`${door.url}/readyz`)).text()).toMatch(/^ready\nviews: views stand still .* 1 MiB .*\n$/)
    for (let requests = 0; requests < requestsGranted; requests++) expect((await send(200)).kind).toBe('answered')
    for (let requests = 0; (await send(200)).kind === 'answered'; requests++) expect(requests).toBeLessThan(requestsMax)
    const read = await balance(door)
    expect(read.status).toBe(200)
    expect(await read.json()).toMatchObject({ sumGrams: 0 })
    expect(Number(read.headers.get('athar-position'))).toBeGreaterThanOrEqual(known)

    await makeRoom(disk)
    expect((await send(500)).kind).toBe('answered')
    await untilFolded(door, recorded)
    served.kill('SIGTERM')
    expect(await served.exit).toEqual({ code: 0, signal: null })
    const { exitCode, stdout } = await runAthar(['verify', '--views', '--json', '--data', dataFolder])
    expect(JSON.parse(stdout).views).toMatchObject({ well: true, missing: [], sumGrams: 0 })
    expect(exitCode).toBe(0)

    await leaveRoom(disk, roomLeftBytes)
    const rebuilt = await runAthar(['rebuild', '--data', dataFolder])
    expect(rebuilt.exitCode).toBe(exitCodes.ioError)
    expect(rebuilt.stderr).toContain(`${join(dataFolder, 'views')}: views stand still`)
  },
  90_000,
)

/** Told at the level `debug`: a person is told once. */
function isAgain(line: string): boolean {
  return line.includes('"level":20') && line.includes('again: ')
}

function balance({ url, key }: Door, query = ''): Promise<Response> {
  return fetch(`${url}/v1/balance${query}`, { headers: { authorization: `Bearer ${key}` } })
}

function untilFolded(door: Door, position: number): Promise<void> {
  return vi.waitFor(
    async () => {
      const answer = await balance(door, `?minPosition=${position}`)
      if (answer.status !== 200) throw new Error(await answer.text())
      await answer.arrayBuffer()
    },
    { timeout: 30_000, interval: 200 },
  )
}
