import { problemDocument } from '@athar/events/problems.ts'
import { party, plant, producer } from '@athar/events/testing/cast.ts'
import { registeredSites, siteRegistered } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { cancelled, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { listed } from './lines.ts'
import type { Verdict } from './submission.ts'
import { inWords, openLedger, recordedIds } from './testing/ledger-under-test.ts'
import { lineFrom } from './testing/lines.ts'
import { turns } from './testing/turns.ts'

describe('a submission', () => {
  test('gets a verdict for each of its events, in order, whatever became of the others', async () => {
    const { submit } = await openLedger()
    const verdicts = await submit([
      declared(),
      pickedUp(),
      declared({}, { id: 'declared-again' }),
      lotProduced(),
      pickedUp(),
      received({}, { time: '2031-01-01T00:00:00Z' }),
    ])
    expect(verdicts.map(inWords)).toEqual([
      'recorded movement-MV-1 0 at 1',
      'recorded movement-MV-1 1 at 2',
      'rejected already-recorded',
      'recorded lot-L-1 0 at 3',
      'duplicate movement-MV-1 1 at 2',
      'rejected invalid-event',
    ])
    expect(verdicts.map(({ id }) => id)).toEqual([
      'declared',
      'picked-up',
      'declared-again',
      'produced',
      'picked-up',
      'received',
    ])
  })

  test('of nothing is answered with nothing', async () => {
    const { submit, ledger } = await openLedger()
    expect(await submit([])).toEqual([])
    await ledger.drain()
  })

  test('carries the warnings of what was noticed', async () => {
    const { submit } = await openLedger()
    expect(await submit([pickedUp()])).toMatchObject([
      { outcome: 'recorded', warnings: [{ code: 'declaration-missing' }] },
    ])
  })

  test('longer than a group is written in several, and answered once, in order', async () => {
    const { submit, writes } = await openLedger({ groupMax: 4 })
    const lots = Array.from({ length: 11 }, (_, index) => lotProduced({}, { id: `e${index}`, subject: `L-${index}` }))
    const verdicts = await submit(lots)
    expect(verdicts.map(inWords)).toEqual(lots.map((_, index) => `recorded lot-L-${index} 0 at ${index + 1}`))
    expect(writes.attempts).toBe(3)
  })
})

describe('submissions that meet', () => {
  test('are decided in order of arrival: the first fills the slot, the others are told who did', async () => {
    const { submit } = await openLedger()
    const all = await Promise.all(['first', 'second', 'third'].map(id => submit([declared({}, { id })])))
    expect(all.flat().map(inWords)).toEqual([
      'recorded movement-MV-1 0 at 1',
      'rejected already-recorded',
      'rejected already-recorded',
    ])
    expect(all[2]?.[0]).toMatchObject({ problem: { values: { by: 'first' } } })
  })

  test('see the events of those before them while these are still on their way to the disk', async () => {
    const { submit, writes } = await openLedger()
    writes.hold()
    const before = submit([declared()])
    await turns()
    const after = submit([pickedUp(), cancelled()])
    await turns()
    writes.release()
    expect((await before).map(inWords)).toEqual(['recorded movement-MV-1 0 at 1'])
    expect((await after).map(inWords)).toEqual(['recorded movement-MV-1 1 at 2', 'recorded movement-MV-1 2 at 3'])
  })

  test('are answered only when the disk has them', async () => {
    const { submit, writes, ledger } = await openLedger()
    writes.hold()
    let answered = false
    const submission = submit([declared()]).then(() => {
      answered = true
    })
    await turns()
    expect(answered).toBe(false)
    writes.release()
    await ledger.drain()
    await submission
    expect(answered).toBe(true)
  })
})

describe('expectedrevision', () => {
  test('is compared with the stream as it is after all that came before', async () => {
    const { submit } = await openLedger()
    const verdicts = await submit([
      { ...declared(), expectedrevision: -1 },
      { ...pickedUp(), expectedrevision: 1 },
      { ...pickedUp(), expectedrevision: 0 },
    ])
    expect(verdicts.map(inWords)).toEqual([
      'recorded movement-MV-1 0 at 1',
      'rejected wrong-revision',
      'recorded movement-MV-1 1 at 2',
    ])
    expect(detailOf(verdicts[1])).toBe(
      'movement-MV-1 is at revision 0; expected was: at revision 1. Read what came since, then decide again.',
    )
  })

  test('of what is not there yet is told in words', async () => {
    const { submit } = await openLedger()
    const [missing] = await submit([{ ...pickedUp(), expectedrevision: 3 }])
    expect(detailOf(missing)).toContain('movement-MV-1 is not recorded yet; expected was: at revision 3.')
    await submit([declared()])
    const [there] = await submit([{ ...pickedUp(), expectedrevision: -1 }])
    expect(detailOf(there)).toContain('movement-MV-1 is at revision 0; expected was: not recorded yet.')
  })

  test('does not stand in the way of a duplicate: a retry says what the first try said', async () => {
    const { submit } = await openLedger()
    const event = { ...declared(), expectedrevision: -1 }
    await submit([event])
    expect((await submit([event])).map(inWords)).toEqual(['duplicate movement-MV-1 0 at 1'])
  })
})

describe('the directory', () => {
  const plantCaller = { speaker: party(plant.organisation), recordedBy: 'party:test' }

  test('counts from the event that registers a site, in the same group and after a restart', async () => {
    const tested = await openLedger()
    const [before, , after] = await Promise.all([
      tested.submit([received({}, { id: 'early' })], {}, plantCaller),
      tested.submit(registeredSites),
      tested.submit([received()], {}, plantCaller),
    ])
    expect([...before, ...after].map(inWords)).toEqual(['rejected not-your-party', 'recorded movement-MV-1 0 at 4'])
    const { submit } = await tested.restart()
    expect((await submit([lotProduced()], {}, plantCaller)).map(inWords)).toEqual(['recorded lot-L-1 0 at 5'])
  })

  test('forgets a registration that could not be written', async () => {
    const { submit, writes } = await openLedger()
    writes.failNext(1, 'disk-full')
    await expect(submit([siteRegistered(plant.site)])).rejects.toThrow()
    expect((await submit([lotProduced()], {}, plantCaller)).map(inWords)).toEqual(['rejected not-your-party'])
  })

  test('speaks for the holder only', async () => {
    const { submit } = await openLedger()
    await submit(registeredSites)
    const producerCaller = { speaker: party(producer.organisation), recordedBy: 'party:test' }
    const verdicts = await submit([lotProduced(), declared()], {}, producerCaller)
    expect(verdicts.map(inWords)).toEqual(['rejected not-your-party', 'recorded movement-MV-1 0 at 4'])
  })
})

test('what is recorded says when, by whom, and holds the event as it was sent', async () => {
  const { submit, log, ledger } = await openLedger()
  const text = `{ "id": "declared",${JSON.stringify(declared()).slice(1).replace('"id":"declared",', '')}`
  const [verdict] = await ledger.submit(listed([lineFrom(text)]), {
    speaker: { role: 'service' },
    recordedBy: 'service:k7',
  })
  const [stored] = (await log.readStreams(['movement-MV-1'])).get('movement-MV-1') ?? []
  expect(Buffer.from(stored?.bytes ?? []).toString()).toBe(
    `{"stream":"movement-MV-1","revision":0,"recordedAt":"${clock('20:00').replace('20:00:00+01:00', '19:00:00.000Z')}","recordedBy":"service:k7","event":${text}}`,
  )
  expect(verdict).toMatchObject({ recordedAt: '2026-11-22T19:00:00.000Z' })
  await submit([pickedUp()])
  expect(await recordedIds(log)).toEqual(['declared', 'picked-up'])
})

function detailOf(verdict: Verdict | undefined): string | undefined {
  return verdict?.outcome === 'rejected' ? problemDocument(verdict.problem, 'en').detail : undefined
}
