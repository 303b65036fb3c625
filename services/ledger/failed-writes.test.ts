import { declared, incident, pickedUp } from '@athar/events/testing/movement-events.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import type { LogFailureReason } from '@athar/infra/event-log/port.ts'
import { describe, expect, test } from 'vitest'
import { LedgerUnavailable } from './ledger-unavailable.ts'
import { inWords, type LedgerUnderTest, openLedger, recordedIds } from './testing/ledger-under-test.ts'
import { turns } from './testing/turns.ts'

const reasons: readonly LogFailureReason[] = ['disk-full', 'io-error', 'closed', 'other']

describe('a write that fails', () => {
  test.each(reasons)('(%s) is told to whoever waits for it, and the same events can be sent again', async reason => {
    const { submit, writes, log } = await openLedger()
    writes.failNext(1, reason)
    const failure = await submit([declared(), pickedUp()]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(LedgerUnavailable)
    expect(failure).toMatchObject({ reason, message: expect.stringContaining('write 1 failed') })
    expect(await recordedIds(log)).toEqual([])
    const verdicts = await submit([declared(), pickedUp()])
    expect(verdicts.map(inWords)).toEqual(['recorded movement-MV-1 0 at 1', 'recorded movement-MV-1 1 at 2'])
  })

  test('fails the groups behind it, which were decided on top of it; nothing of them is acknowledged', async () => {
    const tested = await openLedger()
    tested.writes.failNext(1, 'disk-full')
    const outcomes = await inGroupsOfTheirOwn(tested, [declared()], [pickedUp()], [lotProduced()])
    expect(outcomes.slice(0, 2)).toEqual(['disk-full', 'disk-full'])
    expect(outcomes[2]).toBe('recorded lot-L-1 0 at 1') // decided after the failure was known: at most two are under way
    expect(await recordedIds(tested.log)).toEqual(['produced'])
  })

  test('does no harm to the groups before it', async () => {
    const tested = await openLedger()
    tested.writes.failNext(2, 'io-error')
    const outcomes = await inGroupsOfTheirOwn(tested, [declared()], [pickedUp()], [incident()])
    expect(outcomes).toEqual(['recorded movement-MV-1 0 at 1', 'io-error', 'io-error'])
    expect(await recordedIds(tested.log)).toEqual(['declared'])
  })

  test('in the middle of a long submission fails it once, as a whole; sent again, it is recorded once', async () => {
    const { submit, writes, log } = await openLedger({ groupMax: 3 })
    const lots = Array.from({ length: 12 }, (_, index) => lotProduced({}, { id: `e${index}`, subject: `L-${index}` }))
    writes.failNext(2, 'disk-full')
    await expect(submit(lots)).rejects.toMatchObject({ reason: 'disk-full' })
    const verdicts = await submit(lots)
    expect(verdicts.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect([...(await recordedIds(log))].sort()).toEqual(lots.map(({ id }) => id).sort())
  })

  test('is forgotten in the state: the slot it would have taken is free again', async () => {
    const { submit, writes } = await openLedger()
    writes.failNext(1, 'disk-full')
    await expect(submit([declared()])).rejects.toThrow(LedgerUnavailable)
    const verdicts = await submit([declared({}, { id: 'another' }), declared()])
    expect(verdicts.map(inWords)).toEqual(['recorded movement-MV-1 0 at 1', 'rejected already-recorded'])
  })

  test('takes back what was refused for its sake: nobody is told of an event that is not there', async () => {
    const tested = await openLedger()
    tested.writes.failNext(1, 'disk-full')
    const another = declared({}, { id: 'another' })
    expect(await inGroupsOfTheirOwn(tested, [declared()], [another])).toEqual(['disk-full', 'disk-full'])
    expect((await tested.submit([another])).map(inWords)).toEqual(['recorded movement-MV-1 0 at 1'])
  })

  test('takes back the duplicates of what it would have written', async () => {
    const tested = await openLedger()
    tested.writes.failNext(1, 'disk-full')
    expect(await inGroupsOfTheirOwn(tested, [declared()], [declared()])).toEqual(['disk-full', 'disk-full'])
    expect((await tested.submit([declared()])).map(inWords)).toEqual(['recorded movement-MV-1 0 at 1'])
  })
})

describe('a failed sync', () => {
  test('is told to onFatal once, with its reason, and nothing is acknowledged any more', async () => {
    const tested = await openLedger()
    tested.writes.failNext(2, 'sync-failed')
    const outcomes = await inGroupsOfTheirOwn(tested, [declared()], [pickedUp()], [incident()])
    expect(outcomes).toEqual(['recorded movement-MV-1 0 at 1', 'sync-failed', 'sync-failed'])
    await expect(tested.submit([lotProduced()])).rejects.toMatchObject({ reason: 'sync-failed' })
    expect(tested.fatal.map(({ reason }) => reason)).toEqual(['sync-failed'])
    expect(await recordedIds(tested.log)).toEqual(['declared'])
  })

  test.each(reasons)('is something else than %s, after which the process may live', async reason => {
    const { submit, writes, fatal } = await openLedger()
    writes.failNext(1, reason)
    await expect(submit([declared()])).rejects.toThrow(LedgerUnavailable)
    expect(fatal).toEqual([])
  })
})

test('drain waits for what fails as it waits for what is written', async () => {
  const { submit, writes, ledger } = await openLedger()
  writes.failNext(1, 'disk-full')
  let answered = 0
  const submissions = [[declared()], [lotProduced()]].map(events => submit(events).catch(() => answered++))
  await ledger.drain()
  await Promise.all(submissions)
  expect(answered).toBe(2)
})

/** Submits each list when the one before is on its way to the disk; in words what became of the first of each. */
async function inGroupsOfTheirOwn(
  { submit, writes }: LedgerUnderTest,
  ...lists: readonly Parameters<LedgerUnderTest['submit']>[0][]
): Promise<readonly string[]> {
  writes.hold()
  const submissions: Promise<string>[] = []
  for (const events of lists) {
    submissions.push(
      submit(events).then(
        ([first]) => (first === undefined ? 'nothing' : inWords(first)),
        (error: unknown) => (error instanceof LedgerUnavailable ? error.reason : String(error)),
      ),
    )
    await turns()
  }
  writes.release()
  return Promise.all(submissions)
}
