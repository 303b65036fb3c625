import { connect, type Socket } from 'node:net'
import { limits } from '@athar/events/limits.ts'
import { SoundLog } from '@athar/infra/event-log/sound-log.ts'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { type Door, type Posted, postEvents } from './post-events.ts'
import { Outbox } from './senders.ts'
import { makeServiceKey, ServedLedger } from './served-ledger.ts'

/** The least room that `athar serve` lets anyone set: one full batch, one full body. */
const littleRoom = ['--queue-events-max', '10000', '--queue-bytes-max', '8MiB']
/** What "at once" means, as a median, on two cores that are busy with other tests. */
const atOnceMs = 50

describe('before a small queue', { timeout: 60_000 }, () => {
  test('who finds it full is told at once, and served when there is room again', async () => {
    const { door, outbox } = await open()
    const events = outbox.take(1)
    expect((await postEvents(door, events, 'single')).kind).toBe('answered') // what is slow the first time is over

    const occupant = await occupyAllRoom(door)
    const tookMs: number[] = []
    for (let request = 0; request < 200; request++) {
      const startMs = performance.now()
      expectBusy(await postEvents(door, events, 'single'))
      tookMs.push(performance.now() - startMs)
    }
    console.info(`told that the queue is full after ${at(0.5, tookMs)} ms (p50), ${at(0.99, tookMs)} ms (p99)`)
    expect(at(0.5, tookMs)).toBeLessThan(atOnceMs)

    occupant.destroy()
    let posted = await postEvents(door, events, 'single')
    while (posted.kind === 'turned-away') posted = await postEvents(door, events, 'single')
    expect(posted).toMatchObject({ answers: [{ outcome: 'duplicate' }] })
  })

  test('of a crowd some are turned away, and what is acknowledged to the others is there', async () => {
    const { door, outbox, file } = await open()
    const batches = Array.from({ length: 120 }, () => outbox.take(1_000))
    const crowd = await Promise.all(batches.map(batch => postEvents(door, batch, 'lines')))

    const acknowledged = new Acknowledgements()
    const turnedAway = crowd.filter(posted => posted.kind !== 'answered')
    for (const posted of turnedAway) expectBusy(posted)
    for (const posted of crowd)
      if (posted.kind === 'answered') for (const answer of posted.answers) acknowledged.note(answer)
    console.info(`of ${crowd.length} batches at once ${turnedAway.length} were turned away`)
    expect(turnedAway.length).toBeGreaterThan(0)
    expect(turnedAway.length).toBeLessThan(crowd.length)

    const reader = new SqliteLogReader(file)
    const log = new SoundLog()
    await log.read(reader)
    await reader.close()
    acknowledged.prove(log)
    expect(log.head).toBe(acknowledged.count) // of those turned away nothing was written
  })
})

async function open(): Promise<{ door: Door; outbox: Outbox; file: string }> {
  const dataFolder = await temporaryFolder()
  const key = await makeServiceKey(dataFolder)
  const served = new ServedLedger({ dataFolder, flags: littleRoom })
  onTestFinished(() => served.kill('SIGKILL'))
  const outbox = new Outbox(simulate(world({ seed: 1, start: '2020-01-01', retryShare: 0 }), {}))
  return { door: { url: await served.url, key }, outbox, file: dataFiles(dataFolder).log }
}

/** A body as large as allowed that is announced and does not come: it has the room of all others until it goes. */
async function occupyAllRoom({ url, key }: Door): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const head = [
    'POST /v1/events HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: Bearer ${key}`,
    'Content-Type: application/x-ndjson',
    `Content-Length: ${limits.bodyBytesMax}`,
    'Expect: 100-continue',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  const answer = await new Promise<string>(resolve => socket.once('data', chunk => resolve(String(chunk))))
  expect(answer).toContain('100 Continue') // its head has been read
  onTestFinished(() => void socket.destroy())
  return socket
}

function expectBusy(posted: Posted): void {
  expect(posted).toMatchObject({
    kind: 'turned-away',
    status: 503,
    retryAfter: expect.stringMatching(/^[1-9]\d*$/),
    problem: expect.stringContaining('/problems/ledger-busy'),
  })
}

/** The time within which this share of all was answered, in whole milliseconds. */
function at(share: number, timesMs: readonly number[]): number {
  const sorted = [...timesMs].sort((one, other) => one - other)
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
}
