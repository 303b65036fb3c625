import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { plant } from '@athar/events/testing/cast.ts'
import { siteRegistered } from '@athar/events/testing/directory-events.ts'
import { declared, incident, pickedUp } from '@athar/events/testing/movement-events.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { LedgerUnavailable } from '../ledger-unavailable.ts'
import { type GateUnderTest, openGate } from '../testing/gate-under-test.ts'
import { inWords } from '../testing/ledger-under-test.ts'
import { LedgerBusy } from './ledger-gate.ts'

describe('through the gate', () => {
  test('a verdict is what the ledger said: recorded with warnings, duplicate, refused', async () => {
    const { submit, gate } = await openGate()
    const verdicts = await submit([declared(), pickedUp(), declared(), declared({ kg: 2 })])
    expect(verdicts.map(inWords)).toEqual([
      'recorded movement-MV-1 0 at 1',
      'recorded movement-MV-1 1 at 2',
      'duplicate movement-MV-1 0 at 1',
      'rejected id-reused',
    ])
    const [late] = await submit([incident({}, { time: '2026-01-01T00:00:00Z' })])
    expect(late).toMatchObject({
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'recorded-late' })]),
    })
    await gate.close()
  })

  test('all or nothing is asked for each submission apart', async () => {
    const { submit, gate } = await openGate()
    const bad = [declared(), declared({}, { id: 'twice' })]
    const [atomic, each] = await Promise.all([submit(bad, { atomic: true }), submit(bad)])
    expect(atomic.map(inWords)).toEqual(['rejected not-tried', 'rejected already-recorded'])
    expect(each.map(inWords)).toEqual(['recorded movement-MV-1 0 at 1', 'rejected already-recorded'])
    await gate.close()
  })

  test('a long submission keeps the times of each of its groups', async () => {
    const { submit, gate } = await openGate()
    const verdicts = await submit(lots('L', 50)) // groups are of eight
    const again = await submit(lots('L', 50))
    expect(again.map(({ outcome }) => outcome)).toEqual(verdicts.map(() => 'duplicate'))
    expect(again.map(recordedAt)).toEqual(verdicts.map(recordedAt))
    await gate.close()
  })

  test('streams and the directory can be asked for', async () => {
    const { submit, gate } = await openGate()
    await submit([declared(), pickedUp(), siteRegistered(plant.site)])
    const events = await gate.readStream('movement-MV-1')
    expect(events.map(({ position }) => position)).toEqual([1, 2])
    expect(Buffer.from(events[1]?.bytes ?? []).toString()).toContain('"id":"picked-up"')
    expect(await gate.readStream('movement-MV-2')).toEqual([])
    expect(await gate.holdersOf([plant.site, 'S-NOBODY'])).toEqual([plant.organisation, undefined])
    await gate.close()
  })
})

test('a stream that cannot be read is no trouble of writing', async () => {
  const tested = await openGate()
  await tested.order({ kind: 'damage' })
  const reading = tested.gate.readStream('movement-MV-1')
  await expect(reading).rejects.toThrow('the log cannot be read: a page is torn')
  await expect(reading).rejects.not.toBeInstanceOf(LedgerUnavailable)
  expect(tested.refused).toEqual([])
  await tested.gate.close()
})

describe('many submissions at once', () => {
  // Answers were once pushed to a list that had been sent meanwhile: their callers waited for ever.
  test('are each answered with their own verdicts, and all of them are', async () => {
    const { submit, gate } = await openGate()
    const submissions = Array.from({ length: 200 }, (_, number) => lots(`S${number}`, 1 + (number % 7)))
    const answers = await Promise.all(
      submissions.map(async (events, number) => {
        for (let turn = 0; turn < number % 13; turn++) await new Promise(resolve => setImmediate(resolve))
        return submit(events)
      }),
    )
    for (const [number, verdicts] of answers.entries())
      expect(verdicts.map(({ id }) => id)).toEqual(submissions[number]?.map(({ id }) => id))
    const positions = answers.flat().map(verdict => (verdict.outcome === 'recorded' ? verdict.position : 0))
    expect(positions.sort((one, other) => one - other)).toEqual(positions.map((_, index) => index + 1))
    expect(gate.eventsUnderWay).toBe(0)
    await gate.close()
  })

  test('are each told when the disk fails, and the gate has room again', async () => {
    const tested = await openGate()
    await tested.order({ kind: 'fail', nth: 1, reason: 'disk-full' })
    await tested.order({ kind: 'fail', nth: 3, reason: 'io-error' })
    const settled = await Promise.allSettled(
      Array.from({ length: 60 }, (_, number) => tested.submit(lots(`S${number}`, 2))),
    )
    const failures = settled.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    expect(failures.length).toBeGreaterThan(0)
    for (const failure of failures) expect(failure).toBeInstanceOf(LedgerUnavailable)
    expect(tested.gate.eventsUnderWay).toBe(0)
    expect(tested.fatal).toEqual([])
    const again = await Promise.all(Array.from({ length: 60 }, (_, number) => tested.submit(lots(`S${number}`, 2))))
    expect(again.flat().filter(({ outcome }) => outcome === 'rejected')).toEqual([])
    await tested.gate.close()
  })
})

describe('a gate with little room', () => {
  test('turns away at once what does not fit, and lets it in when there is room again', async () => {
    const tested = await openGate({ eventsMax: 10 })
    await tested.order({ kind: 'hold' })
    const inside = [tested.submit(lots('A', 6)), tested.submit(lots('B', 4))]
    expect(tested.gate.isFull).toBe(true)
    await expect(tested.submit(lots('C', 1))).rejects.toBeInstanceOf(LedgerBusy)
    expect(tested.gate.eventsUnderWay).toBe(10)
    await tested.order({ kind: 'release' })
    await Promise.all(inside)
    expect(tested.gate.isFull).toBe(false)
    expect((await tested.submit(lots('C', 1))).map(({ outcome }) => outcome)).toEqual(['recorded'])
    await tested.gate.close()
  })

  test('counts the characters of the events too', async () => {
    const one = lots('A', 1)
    const tested = await openGate({ bytesMax: 2 * sizeOf(one) + 1 })
    await tested.order({ kind: 'hold' })
    const inside = tested.submit(one)
    expect(tested.gate.isFull).toBe(false)
    await expect(tested.submit(lots('B', 2))).rejects.toBeInstanceOf(LedgerBusy)
    const beside = tested.submit(lots('C', 1))
    await tested.order({ kind: 'release' })
    await Promise.all([inside, beside])
    await tested.gate.close()
  })

  test('takes what is larger than its bound when nothing else is under way: it would never fit otherwise', async () => {
    const { submit, gate } = await openGate({ eventsMax: 3 })
    expect(await submit(lots('A', 9))).toHaveLength(9)
    await gate.close()
  })

  test('has its room back after each refusal and each failure', async () => {
    const tested = await openGate({ eventsMax: 4 })
    for (let round = 0; round < 5; round++) {
      await tested.order({ kind: 'fail', nth: 1, reason: 'disk-full' })
      await expect(tested.submit(lots('A', 4))).rejects.toBeInstanceOf(LedgerUnavailable)
    }
    expect(tested.gate.eventsUnderWay).toBe(0)
    expect(tested.refused.map(({ reason }) => reason)).toEqual(Array(5).fill('disk-full'))
    await tested.gate.close()
  })
})

describe('close', () => {
  test('lets everything be answered that was submitted before', async () => {
    const tested = await openGate()
    await tested.order({ kind: 'hold' })
    const submissions = Array.from({ length: 30 }, (_, number) => tested.submit(lots(`S${number}`, 3)))
    const closed = tested.gate.close()
    await tested.order({ kind: 'release' })
    await closed
    const verdicts = (await Promise.all(submissions)).flat()
    expect(verdicts.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(90)
    expect(tested.fatal).toEqual([])
  })

  test('turns away what comes after it, and may be called again', async () => {
    const tested = await openGate()
    const closed = tested.gate.close()
    await expect(tested.submit([declared()])).rejects.toMatchObject({ reason: 'closed' })
    await expect(tested.gate.readStream('movement-MV-1')).rejects.toMatchObject({ reason: 'closed' })
    await Promise.all([closed, tested.gate.close()])
    expect(tested.gate.isAlive).toBe(false)
  })
})

describe('when the disk cannot be trusted', () => {
  test('a failed sync is told to onFatal, and nothing is acknowledged after it', async () => {
    const tested = await openGate()
    await tested.order({ kind: 'fail', nth: 1, reason: 'sync-failed' })
    const settled = await Promise.allSettled([tested.submit([declared()]), tested.submit(lots('A', 20))])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(tested.fatal.map(({ reason }) => reason)).toEqual(['sync-failed'])
    await expect(tested.submit([pickedUp()])).rejects.toMatchObject({ reason: 'sync-failed' })
    await tested.gate.close()
  })

  test.each<[string, (tested: GateUnderTest) => unknown]>([
    ['by a bug', tested => void tested.order({ kind: 'throw' })],
    ['by a hand', ({ worker }) => worker.terminate()],
  ])('a thread that is ended %s leaves nobody waiting', async (_, end) => {
    const tested = await openGate()
    await tested.order({ kind: 'hold' })
    const submissions = [tested.submit([declared()]), tested.submit(lots('A', 20))]
    const questions = [tested.gate.readStream('movement-MV-1'), tested.gate.holdersOf([plant.site])]
    const answers = Promise.allSettled(submissions)
    end(tested)
    for (const answer of await answers) expect(answer).toMatchObject({ reason: { reason: 'sync-failed' } })
    await Promise.allSettled(questions) // they may have been answered before
    expect(tested.fatal.map(({ reason }) => reason)).toEqual(['sync-failed'])
    expect(tested.gate.isAlive).toBe(false)
    expect(tested.gate.eventsUnderWay).toBe(0)
    await expect(tested.submit([pickedUp()])).rejects.toBeInstanceOf(LedgerUnavailable)
    await tested.gate.close()
  })
})

function lots(prefix: string, count: number): readonly SubmittedEvent[] {
  return Array.from({ length: count }, (_, index) =>
    lotProduced({}, { id: `${prefix}-${index}`, subject: `${prefix}-${index}` }),
  )
}

function sizeOf(events: readonly SubmittedEvent[]): number {
  return events.reduce((size, event) => size + JSON.stringify(event).length, 0)
}

function recordedAt(verdict: Awaited<ReturnType<GateUnderTest['submit']>>[number]): string {
  return verdict.outcome === 'rejected' ? '' : verdict.recordedAt
}
