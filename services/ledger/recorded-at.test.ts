import { declared, incident } from '@athar/events/testing/movement-events.ts'
import type { EventLog } from '@athar/infra/event-log/port.ts'
import { expect, test } from 'vitest'
import { readStored } from './fold.ts'
import { openLedger } from './testing/ledger-under-test.ts'

const evening = Date.parse('2026-11-22T19:00:00Z')
const hourMs = 3_600_000

test('recordedAt does not run backwards when the clock of the machine does', async () => {
  const clock = [evening, evening - hourMs, evening + 1, evening - 2 * hourMs]
  const { submit, log } = await openLedger({ now: () => clock.shift() ?? evening })
  for (let index = 0; index < 4; index++) await submit([incident({}, { id: `incident-${index}` })])
  expect(await recordedTimes(log)).toEqual([evening, evening, evening + 1, evening + 1])
})

test('how far the clock is behind the log is told with each group', async () => {
  const clock = [evening, evening - hourMs, evening + 1]
  const behind: number[] = []
  const { submit } = await openLedger({
    now: () => clock.shift() ?? evening,
    onGroup: ({ clockBehindMs }) => void behind.push(clockBehindMs),
  })
  for (let index = 0; index < 3; index++) await submit([incident({}, { id: `incident-${index}` })])
  await expect.poll(() => behind).toEqual([0, hourMs, 0])
})

test('nor when the ledger is started again on a machine whose clock was set back', async () => {
  const before = await openLedger({ now: () => evening })
  await before.submit([declared()])
  const { submit, log } = await before.restart({ now: () => evening - hourMs })
  const [verdict] = await submit([incident()])
  expect(verdict).toMatchObject({ recordedAt: '2026-11-22T19:00:00.000Z' })
  expect(await recordedTimes(log)).toEqual([evening, evening])
})

test('what happens while the clock of the machine is an hour back is not in the future', async () => {
  const clock = [evening, evening - hourMs, evening - hourMs]
  const { submit } = await openLedger({ now: () => clock.shift() ?? evening })
  await submit([incident({}, { id: 'before' })])
  const times = {
    meanwhile: new Date(evening + 4 * 60_000).toISOString(),
    later: new Date(evening + 6 * 60_000).toISOString(),
  }
  const [verdict] = await submit([incident({}, { id: 'meanwhile', time: times.meanwhile })])
  expect(verdict).toMatchObject({ outcome: 'recorded', recordedAt: '2026-11-22T19:00:00.000Z' })
  const [refused] = await submit([incident({}, { id: 'ahead', time: times.later })])
  expect(refused).toMatchObject({ outcome: 'rejected' })
})

async function recordedTimes(log: EventLog): Promise<readonly number[]> {
  const times: number[] = []
  for await (const batch of log.readAll(0))
    for (const stored of batch) times.push(Date.parse(readStored(stored).recordedAt))
  return times
}
