import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecordedLog } from './testing/recorded-log.ts'
import { counts, indigestible, lotOn, shelvesFold, throwingOver, weights } from './testing/shelves.ts'
import { freshContents, ViewsUnderTest } from './testing/views-under-test.ts'

const projections = [weights(), counts()]

/** Ten lots, each made and counted, and one of the counts is said in these words. */
function aDay(words = 'counted') {
  return Array.from({ length: 20 }, (_, index) =>
    lotOn(`S-${index % 3}`, `L-${index % 10}`, index + 1, `e-${index}`, index === 13 ? words : 'counted'),
  )
}

/** Views that have come to where the log ended, before the event with these words comes and is taken in by `then`. */
async function caughtUpBefore(words: string, then: typeof projections) {
  const recorded = await RecordedLog.of(aDay().slice(0, 13))
  const tested = new ViewsUnderTest(recorded)
  await (await tested.start(projections)).catchUp()
  await recorded.record(aDay(words))
  await (await tested.start(then)).catchUp()
  return { recorded, tested }
}

test('whatever the pace and wherever it is started again, the views are those of a fold from nothing', async () => {
  const recorded = await RecordedLog.of(aDay())
  const expected = await freshContents(recorded, projections)
  expect(expected.length).toBeGreaterThan(20)
  const size = fc.integer({ min: 1, max: 12 })
  await fc.assert(
    fc.asyncProperty(size, size, size, fc.array(fc.nat(6)), async (batchEvents, events, documents, steps) => {
      const tested = new ViewsUnderTest(recorded)
      const limits = { events, documents }
      const pace = { batchEvents, live: limits, farBehind: limits, sliceMs: -1 }
      for (const stepsOfThisLife of steps) {
        const views = await tested.start(projections, pace)
        for (let step = 0; step < stepsOfThisLife; step++) await views.step()
      }
      const views = await tested.start(projections, pace)
      await views.catchUp()
      expect(await tested.contents('weights')).toEqual(expected)
    }),
  )
})

test('what is recorded while they follow is taken in', async () => {
  const recorded = await RecordedLog.of(aDay().slice(0, 10))
  const tested = new ViewsUnderTest(recorded)
  const views = await tested.start(projections)
  await views.catchUp()
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 10 })
  await recorded.record(aDay())
  await views.catchUp()
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 20 })
  expect(await tested.contents('counts')).toEqual(await freshContents(recorded, projections))
})

test('a store answers only when it has come to where the log ended when it was begun', async () => {
  const tested = new ViewsUnderTest(await RecordedLog.of(aDay()))
  const views = await tested.start(projections, { sliceMs: -1 })
  const positions: unknown[] = []
  while (await views.step()) {
    const { serving, building } = tested.stateOf('weights')
    positions.push(serving?.position ?? `building, to ${building?.goal}`)
  }
  expect(new Set(positions)).toEqual(new Set(['building, to 20', 20]))
})

test('views that hold more than the log does are folded anew: an older copy of it was put back', async () => {
  const tested = new ViewsUnderTest(await RecordedLog.of(aDay()))
  await (await tested.start(projections)).catchUp()
  await tested.views.close()
  const older = await RecordedLog.of(aDay().slice(0, 12))
  const again = new ViewsUnderTest(older, tested.stores)
  await (await again.start(projections)).catchUp()
  expect(again.news[0]).toMatchObject({ kind: 'unusable', store: 'shelves-b1-d0' })
  expect(await again.contents('weights')).toEqual(await freshContents(older, projections))
})

test('views of an older copy of the log that has grown past them are folded anew, each of them', async () => {
  const day = aDay()
  const tested = new ViewsUnderTest(await RecordedLog.of(day.slice(0, 16)))
  await (await tested.start(projections)).catchUp()
  await tested.views.close()
  const grown = await RecordedLog.of([...day.slice(0, 12), ...day.slice(12).reverse()])
  const again = new ViewsUnderTest(grown, tested.stores)
  await (await again.start(projections)).catchUp()
  expect(again.news[0]).toMatchObject({
    kind: 'unusable',
    store: 'shelves-b1-d0',
    why: expect.stringMatching('an older copy'),
  })
  expect(await again.contents('weights')).toEqual(await freshContents(grown, projections))
})

test('views of the log as it is go on where they were', async () => {
  const day = aDay()
  const recorded = await RecordedLog.of(day.slice(0, 16))
  const tested = new ViewsUnderTest(recorded)
  await (await tested.start(projections)).catchUp()
  await recorded.record(day.slice(16))
  await (await tested.start(projections)).catchUp()
  expect(tested.news.filter(({ kind }) => kind === 'unusable')).toEqual([])
  expect(await tested.contents('weights')).toEqual(await freshContents(recorded, projections))
})

describe('a projection that throws', () => {
  test.each(['indexes', 'postings'] as const)('over its %s stops alone, just before the event', async part => {
    const throwing = [throwingOver('gibberish', weights(), part), counts()]
    const { recorded, tested } = await caughtUpBefore('gibberish', throwing)
    const reason = 'Error: nobody knows what "gibberish" means'
    const stopped = { position: 13, at: 14, key: 'lot/L-3', reason }
    expect(tested.stateOf('weights').serving).toMatchObject({ position: 13, stopped })
    expect(tested.stateOf('counts').serving).toEqual({ store: 'shelves-b1-d0', position: 20 })
    expect(tested.news).toContainEqual({ kind: 'stopped', store: 'shelves-b1-d0', projection: 'weights', stopped })

    const before = new ViewsUnderTest(await RecordedLog.of(aDay().slice(0, 13)))
    await (await before.start(projections)).catchUp()
    const ofWeights = (line: string) => /^(?:entry weights|account)/.test(line)
    expect((await tested.contents('weights')).filter(ofWeights)).toEqual(
      (await before.contents('weights')).filter(ofWeights),
    )
    const ofOthers = (line: string) => !ofWeights(line)
    expect((await tested.contents('counts')).filter(ofOthers)).toEqual(
      (await freshContents(recorded, projections)).filter(ofOthers),
    )
  })

  test('stays stopped when the program is started again, also when that one would not throw', async () => {
    const { tested } = await caughtUpBefore('gibberish', [throwingOver('gibberish', weights(), 'postings'), counts()])
    await (await tested.start(projections)).catchUp()
    expect(tested.stateOf('weights').serving).toMatchObject({ position: 13, stopped: { at: 14 } })
  })

  test('is built anew beside the old one when a person has it resumed, and takes over', async () => {
    const throwing = [throwingOver('gibberish', weights(), 'postings'), counts()]
    const { recorded, tested } = await caughtUpBefore('gibberish', throwing)
    const views = await tested.start(projections)
    await views.catchUp()
    await tested.decide({ kind: 'resume', projection: 'weights', fold: 'shelves', wholeFold: false, reason: 'mended' })
    expect(tested.stateOf('weights')).toMatchObject({ serving: { position: 13 }, building: { goal: 20 } })
    await views.catchUp()
    expect(tested.stateOf('weights')).toMatchObject({ serving: { store: 'shelves-b2-d1', position: 20 } })
    expect(tested.stateOf('counts').serving).toMatchObject({ store: 'shelves-b1-d0' })
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, [weights()]))
  })

  test('while it is built for the first time does not answer with half of it, nor when the program is started again', async () => {
    const recorded = await RecordedLog.of(aDay('gibberish'))
    const tested = new ViewsUnderTest(recorded)
    const throwing = [throwingOver('gibberish', weights(), 'indexes'), counts()]
    for (const each of [throwing, projections]) {
      await (await tested.start(each)).catchUp()
      expect(tested.stateOf('weights')).toMatchObject({ building: { position: 13, stopped: { at: 14 } } })
      expect(tested.stateOf('weights').serving).toBeUndefined()
      expect(tested.stateOf('counts').serving).toMatchObject({ position: 20 })
    }
  })

  test('goes on without the document when a person skips it, and without it ever after', async () => {
    const recorded = await RecordedLog.of(aDay('gibberish'))
    const tested = new ViewsUnderTest(recorded)
    const throwing = [throwingOver('gibberish', weights(), 'indexes'), counts()]
    await (await tested.start(throwing)).catchUp()
    const skip = { kind: 'skip', projection: 'weights', fold: 'shelves', position: 14, key: 'lot/L-3' } as const
    await tested.decide({ ...skip, reason: 'a typing error' })
    await tested.views.catchUp()
    expect(tested.stateOf('weights').serving).toEqual({ store: 'shelves-b2-d1', position: 20 })
    const contents = await tested.contents('weights')
    expect(contents.join()).toContain('lot/L-4')
    expect(contents.filter(line => line.startsWith('entry weights') && line.includes('lot/L-3'))).toEqual([])
    expect(contents).toEqual(await freshContents(recorded, [throwing[0] ?? weights()], tested.decisions))
    await (await tested.start(throwing)).catchUp()
    expect(await tested.contents('weights')).toEqual(contents)
  })
})

describe('a fold that throws', () => {
  test('stops all that is folded with it, just before the event', async () => {
    const { tested } = await caughtUpBefore(indigestible, projections)
    const stopped = { position: 13, at: 14, reason: 'Error: this cannot be digested' }
    for (const name of ['weights', 'counts'])
      expect(tested.stateOf(name).serving).toEqual({ store: 'shelves-b1-d0', position: 13, stopped })
    const until = await RecordedLog.of(aDay().slice(0, 13))
    expect(await tested.contents('weights')).toEqual(await freshContents(until, projections))
  })

  test('goes on without the event when a person skips it', async () => {
    const recorded = await RecordedLog.of(aDay(indigestible))
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    await tested.decide({ kind: 'skip', projection: 'counts', fold: 'shelves', position: 14, reason: 'never mind' })
    await tested.views.catchUp()
    for (const name of ['weights', 'counts'])
      expect(tested.stateOf(name).serving).toEqual({ store: 'shelves-b2-d1', position: 20 })
    const names = await tested.stores.names()
    expect(names).toEqual(['shelves-b2-d1'])
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, projections, tested.decisions))
  })
})

describe('a new version', () => {
  const heavier = weights({ version: 2, tallies: () => [{ tally: 'weights:documents', amount: 1 }] })

  test('of a projection is built beside, and the others go on where they are', async () => {
    const recorded = await RecordedLog.of(aDay())
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    const views = await tested.start([heavier, counts()])
    expect(tested.stateOf('weights')).toMatchObject({ version: 2, building: { store: 'shelves-b2-d0', goal: 20 } })
    expect(tested.stateOf('weights').serving).toBeUndefined()
    await views.catchUp()
    expect(tested.stateOf('weights').serving).toEqual({ store: 'shelves-b2-d0', position: 20 })
    expect(tested.stateOf('counts').serving).toEqual({ store: 'shelves-b1-d0', position: 20 })
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, [heavier]))
  })

  test('that can read what the old one made lets it answer until then, at the position that it has', async () => {
    const recorded = await RecordedLog.of(aDay().slice(0, 15))
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    await recorded.record(aDay())
    const views = await tested.start([{ ...heavier, readableFrom: 1 }, counts()], { sliceMs: -1 })
    const served: unknown[] = []
    do served.push(tested.stateOf('weights').serving)
    while (await views.step())
    expect(served[0]).toMatchObject({ store: 'shelves-b1-d0', position: 15 })
    expect(new Set(served.map(serving => JSON.stringify(serving))).size).toBe(2)
    expect(served.at(-1)).toEqual({ store: 'shelves-b2-d0', position: 20 })
    expect(await tested.stores.names()).toEqual(['shelves-b1-d0', 'shelves-b2-d0'])
  })

  test('that is taken back is built again: nothing has moved the old one on meanwhile', async () => {
    const recorded = await RecordedLog.of(aDay().slice(0, 15))
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    await recorded.record(aDay())
    const views = await tested.start([{ ...heavier, readableFrom: 1 }, counts()], { sliceMs: -1 })
    for (let step = 0; step < 3; step++) await views.step()
    await (await tested.start(projections)).catchUp()
    expect(tested.stateOf('weights').serving).toMatchObject({ position: 20 })
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, [weights()]))
  })

  test('of a fold is built from nothing', async () => {
    const recorded = await RecordedLog.of(aDay())
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    const fold = { ...shelvesFold, version: 2 }
    await (await tested.start(projections.map(each => ({ ...each, fold })))).catchUp()
    expect(tested.news).toContainEqual(expect.objectContaining({ kind: 'unusable', store: 'shelves-b1-d0' }))
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, projections))
  })
})

describe('a store that cannot be used', () => {
  test('is built again, and said', async () => {
    const recorded = await RecordedLog.of(aDay())
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    tested.stores.spoil('shelves-b1-d0')
    await (await tested.start(projections)).catchUp()
    expect(tested.news).toContainEqual(expect.objectContaining({ kind: 'unusable', store: 'shelves-b1-d0' }))
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, projections))
  })

  test('because it is gone is built again', async () => {
    const recorded = await RecordedLog.of(aDay())
    const tested = new ViewsUnderTest(recorded)
    await (await tested.start(projections)).catchUp()
    await tested.views.close()
    await tested.stores.remove('shelves-b1-d0')
    await (await tested.start(projections)).catchUp()
    expect(await tested.contents('weights')).toEqual(await freshContents(recorded, projections))
  })
})

test('a rebuild builds all beside, and the old store goes when the new one answers', async () => {
  const recorded = await RecordedLog.of(aDay())
  const tested = new ViewsUnderTest(recorded)
  const views = await tested.start(projections, { sliceMs: -1 })
  await views.catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['weights', 'counts'], reason: 'to be sure' })
  const served: unknown[] = []
  while (await views.step()) served.push(tested.stateOf('counts').serving)
  expect(served[0]).toEqual({ store: 'shelves-b1-d0', position: 20 })
  expect(served.at(-1)).toEqual({ store: 'shelves-b2-d1', position: 20 })
  expect(await tested.stores.names()).toEqual(['shelves-b2-d1'])
  expect(await tested.contents('weights')).toEqual(await freshContents(recorded, projections))
})
