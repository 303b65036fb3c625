import { party, plant } from '@athar/events/testing/cast.ts'
import { siteRegistered } from '@athar/events/testing/directory-events.ts'
import { cancelled, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { inWords, openLedger, recordedIds } from './testing/ledger-under-test.ts'

const atomic = { atomic: true }

describe('an atomic submission', () => {
  test('is recorded as a whole', async () => {
    const { submit } = await openLedger()
    const verdicts = await submit([declared(), lotProduced(), pickedUp()], atomic)
    expect(verdicts.map(inWords)).toEqual([
      'recorded movement-MV-1 0 at 1',
      'recorded lot-L-1 0 at 2',
      'recorded movement-MV-1 1 at 3',
    ])
  })

  test('is written in one transaction, even when it is longer than a group', async () => {
    const { submit, writes } = await openLedger({ groupMax: 4 })
    const lots = Array.from({ length: 9 }, (_, index) => lotProduced({}, { id: `e${index}`, subject: `L-${index}` }))
    expect((await submit(lots, atomic)).every(({ outcome }) => outcome === 'recorded')).toBe(true)
    expect(writes.attempts).toBe(1)
  })

  test('shares the transaction of others when there is room for all of it', async () => {
    const { submit, writes } = await openLedger({ groupMax: 4 })
    const [one, both] = await Promise.all([submit([lotProduced()]), submit([declared(), pickedUp()], atomic)])
    expect([...one, ...both].map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'recorded'])
    expect(writes.attempts).toBe(1)
  })

  test('is refused as a whole: what was refused says why, the others that they were not tried', async () => {
    const { submit, log } = await openLedger()
    await submit([lotProduced()])
    const verdicts = await submit([declared(), lotProduced({}, { id: 'twice' }), pickedUp()], atomic)
    expect(verdicts.map(inWords)).toEqual(['rejected not-tried', 'rejected already-recorded', 'rejected not-tried'])
    expect(await recordedIds(log)).toEqual(['produced'])
  })

  test('that was refused leaves nothing behind in the streams it touched', async () => {
    const { submit } = await openLedger()
    await submit([declared()])
    await submit([pickedUp(), declared({}, { id: 'twice' })], atomic)
    const verdicts = await submit([{ ...pickedUp(), expectedrevision: 0 }])
    expect(verdicts.map(inWords)).toEqual(['recorded movement-MV-1 1 at 2'])
  })

  test('that is sent again is all duplicates', async () => {
    const { submit } = await openLedger()
    const events = [declared(), pickedUp()]
    await submit(events, atomic)
    expect((await submit(events, atomic)).map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate'])
  })

  test('may hold some duplicates beside what is new', async () => {
    const { submit } = await openLedger()
    await submit([declared()])
    const verdicts = await submit([declared(), pickedUp()], atomic)
    expect(verdicts.map(inWords)).toEqual(['duplicate movement-MV-1 0 at 1', 'recorded movement-MV-1 1 at 2'])
  })

  test('whose transaction fails is not there at all', async () => {
    const { submit, writes, log } = await openLedger()
    writes.failNext(1, 'disk-full')
    await expect(submit([declared(), pickedUp()], atomic)).rejects.toMatchObject({ reason: 'disk-full' })
    expect(await recordedIds(log)).toEqual([])
  })
})

describe('a reused id refuses an atomic submission', () => {
  const reused = declared({ kg: 2 })

  test('when its original was recorded before', async () => {
    const tested = await openLedger()
    await tested.submit([declared()])
    const verdicts = await tested.submit([pickedUp(), reused], atomic)
    expect(verdicts.map(inWords)).toEqual(['rejected not-tried', 'rejected id-reused'])
    expect(verdicts[1]).toMatchObject({ problem: { values: { position: 1 } } })
    expect(await recordedIds(tested.log)).toEqual(['declared'])
  })

  test('when its original is recorded in the same group', async () => {
    const { submit, log } = await openLedger()
    const [, verdicts] = await Promise.all([submit([declared()]), submit([pickedUp(), reused], atomic)])
    expect(verdicts?.map(inWords)).toEqual(['rejected not-tried', 'rejected id-reused'])
    expect(await recordedIds(log)).toEqual(['declared'])
  })

  test('when its original is in the same submission, and so not recorded', async () => {
    const { submit, log } = await openLedger()
    const verdicts = await submit([declared(), pickedUp(), reused], atomic)
    expect(verdicts.map(inWords)).toEqual(['rejected not-tried', 'rejected not-tried', 'rejected id-reused'])
    expect(await recordedIds(log)).toEqual([])
  })
})

describe('a refused atomic submission that registers a site', () => {
  const plantCaller = { speaker: party(plant.organisation), recordedBy: 'party:test' }
  const registersAndFails = [siteRegistered(plant.site), declared(), declared({}, { id: 'twice' })]

  test('gives nobody a say, not even in the same group', async () => {
    const { submit, log } = await openLedger()
    const [registering, speaking, other] = await Promise.all([
      submit(registersAndFails, atomic),
      submit([received()], {}, plantCaller),
      submit([cancelled()]),
    ])
    expect(registering?.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(speaking?.map(inWords)).toEqual(['rejected not-your-party'])
    expect(other?.map(inWords)).toEqual(['recorded movement-MV-1 0 at 1'])
    expect(await recordedIds(log)).toEqual(['cancelled'])
  })

  test('takes back only its own: what others register in the same group counts', async () => {
    const { submit } = await openLedger()
    const elsewhere = [siteRegistered('S-ELSEWHERE'), ...registersAndFails.slice(1)]
    const [registering, , speaking] = await Promise.all([
      submit([siteRegistered(plant.site)]),
      submit(elsewhere, atomic),
      submit([received()], {}, plantCaller),
    ])
    expect(registering?.map(inWords)).toEqual(['recorded site-S-PLANT 0 at 1'])
    expect(speaking?.map(inWords)).toEqual(['recorded movement-MV-1 0 at 2'])
  })

  test('can be sent again when it is mended', async () => {
    const { submit } = await openLedger()
    await submit(registersAndFails, atomic)
    await submit(registersAndFails.slice(0, 2), atomic)
    expect((await submit([received()], {}, plantCaller)).map(({ outcome }) => outcome)).toEqual(['recorded'])
  })
})
