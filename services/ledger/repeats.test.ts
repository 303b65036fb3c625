import { party, producer } from '@athar/events/testing/cast.ts'
import { registeredSites, siteRegistered } from '@athar/events/testing/directory-events.ts'
import { declared, incident, pickedUp } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { listed } from './lines.ts'
import { inWords, type LedgerUnderTest, openLedger, recordedIds } from './testing/ledger-under-test.ts'
import { lineFrom } from './testing/lines.ts'
import { turns } from './testing/turns.ts'

const original = declared()
const otherContent = declared({ kg: 1001 })

/** Where the original may be when its repeat comes. */
const histories: readonly (readonly [string, () => Promise<LedgerUnderTest>])[] = [
  ['just recorded', recorded],
  ['long forgotten by the cache', () => recorded(forgotten)],
  ['recorded before a restart', () => recorded(async tested => tested.restart())],
]

/** Party keys: of the holder of the site of origin, of the same organisation, and of somebody else. */
const producerCaller = { speaker: party(producer.organisation), recordedBy: 'party:producer' }
const colleague = { speaker: party(producer.organisation), recordedBy: 'party:colleague' }
const stranger = { speaker: party('O-STRANGER'), recordedBy: 'party:stranger' }

describe('of an event that a party has said', () => {
  const shared = [original, { ...declared({ kg: 7 }), expectedrevision: 7 }, otherContent]

  async function said(): Promise<LedgerUnderTest> {
    const tested = await openLedger()
    await tested.submit([...registeredSites])
    await tested.submit([original], {}, producerCaller)
    return tested
  }

  test('a stranger who guesses its id, or all of it, learns nothing', async () => {
    const { submit } = await said()
    const unsaid = shared.map(event => ({ ...event, subject: 'MV-NONE' }))
    const known = await submit(shared, {}, stranger)
    expect(known.map(inWords)).toEqual(Array(3).fill('rejected not-your-party'))
    expect(known).toEqual(await submit(unsaid, {}, stranger))
    for (const event of shared)
      expect((await submit([event], { atomic: true }, stranger)).map(inWords)).toEqual(['rejected not-your-party'])
  })

  test('a stranger is not told how far its stream is', async () => {
    const { submit } = await said()
    const [verdict] = await submit([{ ...pickedUp(), expectedrevision: 7 }], {}, stranger)
    expect(verdict).toMatchObject({ problem: { code: 'not-your-party' } })
  })

  test('another key of its organisation is told what its own key would be', async () => {
    const { submit } = await said()
    expect((await submit([original, otherContent], {}, colleague)).map(inWords)).toEqual([
      expect.stringMatching(/^duplicate movement-MV-1 0 at/),
      'rejected id-reused',
    ])
  })

  test('its own key may send it again, also when the site has gone to somebody else', async () => {
    const { submit } = await said()
    const sold = { organisation: 'O-BUYER' }
    await submit([siteRegistered(producer.site, sold, { id: 'sold' })])
    expect((await submit([original], {}, producerCaller)).map(inWords)).toEqual([
      expect.stringMatching(/^duplicate movement-MV-1 0 at/),
    ])
    expect((await submit([original], { atomic: true }, producerCaller)).map(inWords)).toEqual([
      expect.stringMatching(/^duplicate movement-MV-1 0 at/),
    ])
    expect((await submit([original], {}, colleague)).map(inWords)).toEqual(['rejected not-your-party'])
  })
})

describe.each(histories)('an event %s', (_, history) => {
  test('that comes again is a duplicate, and gets the answer of the first time', async () => {
    const { submit, log } = await history()
    const before = await recordedIds(log)
    const verdicts = await submit([original, original])
    expect(verdicts.map(inWords)).toEqual(['duplicate movement-MV-1 0 at 1', 'duplicate movement-MV-1 0 at 1'])
    expect(verdicts[0]).toMatchObject({ recordedAt: '2026-11-22T19:00:00.000Z', warnings: [] })
    expect(await recordedIds(log)).toEqual(before)
  })

  test('is the same event in another order of names and other white space', async () => {
    const { ledger } = await history()
    const { id, data, ...others } = original
    const text = JSON.stringify({ data, id, ...others }, null, ' ').replaceAll('\n', ' ')
    const verdicts = await ledger.submit(listed([lineFrom(text)]), {
      speaker: { role: 'service' },
      recordedBy: 'service:other',
    })
    expect(verdicts.map(inWords)).toEqual(['duplicate movement-MV-1 0 at 1'])
  })

  test('is not to be replaced: other content under its id is refused, and told where the id is taken', async () => {
    const { submit } = await history()
    const [verdict] = await submit([otherContent])
    expect(verdict).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'id-reused', values: { stream: 'movement-MV-1', id: 'declared', position: 1 } },
    })
  })

  test('leaves its id free for other streams', async () => {
    const { submit } = await history()
    const verdicts = await submit([declared({}, { subject: 'MV-2' }), lotProduced({}, { id: 'declared' })])
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  })
})

test('a repeat meets its original in one batch, in one group and on its way to the disk', async () => {
  const { submit, writes } = await openLedger()
  writes.hold()
  const first = submit([original, original, otherContent])
  const second = submit([original, otherContent])
  await turns()
  const third = submit([original])
  writes.release()
  const verdicts = (await Promise.all([first, second, third])).flat()
  expect(verdicts.map(inWords)).toEqual([
    'recorded movement-MV-1 0 at 1',
    'duplicate movement-MV-1 0 at 1',
    'rejected id-reused',
    'duplicate movement-MV-1 0 at 1',
    'rejected id-reused',
    'duplicate movement-MV-1 0 at 1',
  ])
})

test('a repeat of an event that could not be written is a new event', async () => {
  const { submit, writes, log } = await openLedger()
  writes.failNext(1, 'io-error')
  const [first, second] = await Promise.allSettled([submit([original]), submit([original])])
  expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']) // they travelled in one group
  expect((await submit([original])).map(inWords)).toEqual(['recorded movement-MV-1 0 at 1'])
  expect(await recordedIds(log)).toEqual(['declared'])
})

test('a long stream knows all of its ids', async () => {
  const { submit } = await openLedger({ hotEventsMax: 10 })
  const counts = Array.from({ length: 150 }, (_, index) => stockAdjusted({ kg: index + 1 }, { id: `count-${index}` }))
  await submit(counts)
  const again = await submit(counts)
  expect(again.map(inWords)).toEqual(counts.map((_, index) => `duplicate lot-L-1 ${index} at ${index + 1}`))
})

async function recorded(then: (tested: LedgerUnderTest) => Promise<LedgerUnderTest> = async tested => tested) {
  const tested = await openLedger({ hotEventsMax: 4 })
  await tested.submit([original, pickedUp()])
  return then(tested)
}

/** Many other streams pass, each in a group of its own: the cache keeps four events. */
async function forgotten(tested: LedgerUnderTest): Promise<LedgerUnderTest> {
  for (let index = 0; index < 10; index++) await tested.submit([incident({}, { subject: `OTHER-${index}` })])
  return tested
}
