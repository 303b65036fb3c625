import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { metricsIn } from '../status/ledger-answers.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { startServing } from '../testing/running-athar.ts'
import { recordSimulatedEvents, simulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

describe('athar status', { timeout: testMaxMs }, () => {
  test('a log that rests is described from its file', async () => {
    const data = join(await temporaryFolder(), 'data')
    await recordSimulatedEvents(join(data, 'log.sqlite'), 1_000)
    const { exitCode, stdout } = await runAthar(['status', '--data', data, '--types', '--json'])
    expect(exitCode).toBe(exitCodes.ok)
    const { log, ledger } = JSON.parse(stdout)
    const sent = simulatedEvents(1_000).map(text => JSON.parse(text))
    expect(log).toMatchObject({ isBeingWritten: false, head: 1_000, events: 1_000 })
    expect(log.streams).toBe(new Set(sent.map(event => `${family(event.type)} ${event.subject}`)).size)
    expect(log.types['waste.movement.declared']).toBe(
      sent.filter(({ type }) => type === 'waste.movement.declared').length,
    )
    expect(log.bytesPerEvent).toBe(Math.round(log.bytes / 1_000))
    expect(Date.parse(log.oldestRecordedAt)).toBeLessThanOrEqual(Date.parse(log.newestRecordedAt))
    expect(ledger).toBeUndefined()
  })

  test('a ledger that serves the folder is seen, and asked', async () => {
    const data = join(await temporaryFolder(), 'data')
    const serving = await startServing(data)
    await vi.waitFor(async () => expect((await fetch(`${serving.answer.url}/readyz`)).ok).toBe(true), {
      timeout: testMaxMs,
    })
    const running = await runAthar(['status', '--data', data, '--url', serving.answer.url, '--json'])
    expect(running.exitCode).toBe(exitCodes.ok)
    expect(JSON.parse(running.stdout)).toMatchObject({
      log: { isBeingWritten: true, head: 0, streams: 0 },
      ledger: { ready: true, metrics: expect.any(Object) },
    })
    await serving.end('SIGTERM')

    const stopped = await runAthar(['status', '--data', data, '--url', serving.answer.url])
    expect(stopped.exitCode).toBe(exitCodes.checkFailed)
    expect(stopped.stdout).toMatch(/writer +none/)
    expect(stopped.stdout).toContain('does not answer: connect ECONNREFUSED')
  })

  test('a folder without a log is said to be one', async () => {
    const { exitCode, stderr } = await runAthar(['status', '--data', await temporaryFolder()])
    expect(exitCode).toBe(exitCodes.unavailable)
    expect(stderr).toContain('there is no log')
  })
})

test('of the metrics, those of the ledger are shown, without buckets', () => {
  const text = [
    '# HELP athar_a says',
    'athar_a 5',
    'athar_b_bucket{le="1"} 2',
    'athar_b_sum 1.5',
    'athar_c{code="x y"} 3',
    'process_cpu 1',
  ].join('\n')
  expect(metricsIn(text)).toEqual({ athar_a: 5, athar_b_sum: 1.5, 'athar_c{code="x y"}': 3 })
})

function family(type: string): string | undefined {
  const name = type.split('.')[1]
  return name === 'stock' ? 'lot' : name
}
