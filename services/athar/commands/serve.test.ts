import { once } from 'node:events'
import { truncateSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exitCodes } from '../exit-codes.ts'
import { headOf } from '../opened-log.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { recordSimulatedEvents, simulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const batchAnswer = z.object({
  recorded: z.number(),
  items: z.array(z.object({ outcome: z.string(), position: z.number().optional() })),
})

/** A drain waits for what was sent, not for who is only connected: far less than a keep-alive of a minute. */
const drainMaxMs = 10_000

describe('athar serve', { timeout: testMaxMs }, () => {
  async function serving(flags: readonly string[] = []) {
    const data = join(await temporaryFolder(), 'data')
    const key = (await runAthar(['keys', 'create', '--role', 'service', '--data', data])).stdout.trim()
    const ledger = await startServing(data, flags)
    const post = (body: string) =>
      fetch(`${ledger.answer.url}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
        body,
      })
    return { data, key, ledger, post }
  }

  async function endsInTime(end: Promise<{ readonly exitCode: number | null; readonly stderr: string }>) {
    const startMs = performance.now()
    expect(await end).toMatchObject({ exitCode: exitCodes.ok })
    expect(performance.now() - startMs).toBeLessThan(drainMaxMs)
  }

  test('SIGTERM under load: what was written was answered, and the rest was not written', async () => {
    const { data, ledger, post } = await serving()
    const events = simulatedEvents(8_000)
    const batches = Array.from({ length: 40 }, (_, index) => events.slice(index * 200, (index + 1) * 200).join('\n'))
    const first = batchAnswer.parse(await (await post(String(batches[0]))).json()) // the directory, which all else refers to
    const answered = batches.slice(1).map(batch =>
      post(batch).then(
        async response => batchAnswer.parse(await response.json()),
        () => undefined, // cut: the process had stopped listening
      ),
    )
    await Promise.race(answered)
    await endsInTime(ledger.end('SIGTERM'))

    const answers = (await Promise.all(answered)).filter(answer => answer !== undefined)
    const positions = answers.flatMap(({ items }) => items.flatMap(({ position }) => position ?? []))
    positions.push(...first.items.flatMap(({ position }) => position ?? []))
    const head = await headOf(data)
    expect(positions.length).toBe(head) // nothing was written that was not answered
    expect(Math.max(...positions)).toBe(head)
    expect(JSON.parse((await runAthar(['verify', '--data', data, '--json'])).stdout)).toMatchObject({
      well: true,
      head,
    })
  })

  test('with its views off it records, and says of reads that they cannot be answered', async () => {
    const { key, ledger, post } = await serving(['--views', 'off'])
    expect((await post(simulatedEvents(20).join('\n'))).status).toBe(200)
    const read = await fetch(`${ledger.answer.url}/v1/balance`, { headers: { authorization: `Bearer ${key}` } })
    expect(read.status).toBe(503)
    expect(await read.json()).toMatchObject({ code: 'view-unavailable' })
    await endsInTime(ledger.end('SIGTERM'))
  })

  test('a log that a clock ahead has written to is served, with a warning', async () => {
    const data = await temporaryFolder()
    await recordSimulatedEvents(join(data, 'log.sqlite'), 1, () => Date.now() + 24 * 3_600_000)
    const ledger = await startServing(data)
    const { exitCode, stderr } = await ledger.end('SIGTERM')
    expect(exitCode).toBe(exitCodes.ok)
    expect(stderr).toContain('recorded later than now')
  })

  test('SIGTERM is not held up by an open feed, which ends', async () => {
    const { key, ledger, post } = await serving()
    await post(simulatedEvents(10).join('\n'))
    const feed = await fetch(`${ledger.answer.url}/v1/events`, {
      headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
    })
    const reader = feed.body?.getReader()
    for (let seen = ''; !seen.includes('id: 10\n'); ) seen += new TextDecoder().decode((await reader?.read())?.value)
    const read = drained(reader)
    await endsInTime(ledger.end('SIGTERM'))
    await read
  })

  test('SIGINT is not held up by connections that are kept alive and idle, nor by one that has sent nothing', async () => {
    const { ledger, post } = await serving()
    await Promise.all([post('{}'), post('{}'), post('{}')])
    const { hostname, port } = new URL(ledger.answer.url)
    const silent = connect(Number(port), hostname)
    await once(silent, 'connect')
    await endsInTime(ledger.end('SIGINT'))
    silent.destroy()
  })

  test('a second ledger on the same folder is turned away, and the first goes on', async () => {
    const { data, ledger, post } = await serving()
    const { exitCode, stderr } = await runAthar(['serve', '--data', data, '--port', '0'])
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(stderr).toContain('another process is writing to this log')
    expect((await post('{}')).status).toBe(200)
    await ledger.end('SIGTERM')
  })

  test.each([
    ['no log', (file: string) => writeFileSync(file, 'x'.repeat(5_000))],
    ['cut', (file: string) => truncateSync(file, 5_000)],
  ])('a file that is %s is not served', async (_, damage) => {
    const data = await temporaryFolder()
    const file = join(data, 'log.sqlite')
    await recordSimulatedEvents(file, 500)
    damage(file)
    const { exitCode, stderr } = await runAthar(['serve', '--data', data, '--port', '0'])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toContain('cannot be opened')
  })
})

/** Reads to the end, whether it ends well or is cut. */
async function drained(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  try {
    while ((await reader?.read())?.done === false);
  } catch {
    // Cut is ended.
  }
}
