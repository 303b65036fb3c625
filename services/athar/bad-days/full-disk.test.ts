import { join } from 'node:path'
import { SoundLog } from '@athar/infra/event-log/sound-log.ts'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { leaveRoom, makeRoom, smallDisk, whyNoSmallDisk } from '../testing/small-disk.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { type Posted, postEvents } from './post-events.ts'
import { Outbox } from './senders.ts'
import { makeServiceKey, ServedLedger } from './served-ledger.ts'

const diskBytes = 8 * 1024 * 1024
/** What the ballast leaves free: the ledger fills it in a few requests. */
const roomLeftBytes = 300 * 1024
const requestsMax = 200

const whyNot = whyNoSmallDisk()
if (whyNot !== undefined) console.warn(`skipped, a server whose disk is full: ${whyNot}`)

test.skipIf(whyNot !== undefined)(
  'on a full disk the server says that it cannot write, goes on reading, and recovers when room is made',
  async () => {
    const disk = await smallDisk(diskBytes)
    const dataFolder = join(disk, 'data')
    const key = await makeServiceKey(dataFolder)
    // Without views: they would take room, and give some back, while the test measures what is left.
    const served = new ServedLedger({ dataFolder, flags: ['--views', 'off'] })
    onTestFinished(() => served.kill('SIGKILL'))
    const door = { url: await served.url, key }
    const outbox = new Outbox(simulate(world({ seed: 1, start: '2020-01-01' }), {}))
    const acknowledged = new Acknowledgements()
    const send = async (count: number, form: 'atomic' | 'lines' = 'lines'): Promise<Posted> => {
      const events = outbox.take(count)
      const posted = await postEvents(door, events, form)
      if (posted.kind === 'answered') for (const answer of posted.answers) acknowledged.note(answer)
      else outbox.putBack(events)
      return posted
    }
    expect((await send(500)).kind).toBe('answered')

    await leaveRoom(disk, roomLeftBytes)
    let refusal = await send(500)
    for (let requests = 0; refusal.kind === 'answered'; requests++) {
      expect(requests).toBeLessThan(requestsMax)
      refusal = await send(500)
    }
    expect(refusal).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) })
    expect(JSON.stringify(refusal)).toContain('/problems/ledger-unavailable')
    expect(JSON.stringify(refusal)).toContain('disk-full')
    await leaveRoom(disk, 0)
    expect((await send(500)).kind).toBe('turned-away') // the same again
    const health = async (path: string): Promise<string> => (await fetch(door.url + path)).text()
    expect(await health('/readyz')).toMatch(/^ready\nlog: refuses writes since .* \(disk-full; 2 submissions/)
    expect(await health('/metrics')).toContain('athar_log_refusing_writes 1')

    const feed = await fetch(`${door.url}/v1/events?limit=1`, { headers: { authorization: `Bearer ${key}` } })
    expect(feed.status).toBe(200)
    await feed.arrayBuffer()

    await makeRoom(disk)
    expect((await send(500)).kind).toBe('answered')
    expect((await send(100, 'atomic')).kind).toBe('answered')
    expect(outbox.unanswered).toBe(0)
    expect(await health('/readyz')).toBe('ready\n')
    expect(await health('/metrics')).toContain('athar_log_refusing_writes 0')
    expect(served.said.match(/the ledger cannot write/g)).toHaveLength(1)
    expect(served.said).toContain('the ledger writes again')
    served.kill('SIGTERM')
    expect(await served.exit).toEqual({ code: 0, signal: null })

    const log = await SqliteEventLog.open(dataFiles(dataFolder).log)
    const sound = new SoundLog()
    await sound.read(log)
    acknowledged.prove(sound)
    await log.close()
  },
  60_000,
)
