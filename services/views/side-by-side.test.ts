import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import { UnusableView, type ViewStore, ViewStoreFailure } from '@athar/infra/view-store/port.ts'
import type { Projection } from '@athar/projections/projection.ts'
import { expect, test } from 'vitest'
import { RecordedLog } from './testing/recorded-log.ts'
import { counts, lotOn, shelvesFold, weights } from './testing/shelves.ts'
import { freshContents, ViewsUnderTest } from './testing/views-under-test.ts'

function lots(from: number, to: number) {
  return Array.from({ length: to - from }, (_, index) =>
    lotOn(`S-${index % 3}`, `L-${from + index}`, index + 1, `e-${from + index}`, 'counted'),
  )
}

const boxesFold = { ...shelvesFold, name: 'boxes' }
const boxes: Projection = { ...counts(), name: 'boxes', fold: boxesFold, indexes: () => [], tallies: () => [] }

test('while a store is built beside, what is recorded is there after two slices at most', async () => {
  const recorded = await RecordedLog.of(lots(0, 60))
  const tested = new ViewsUnderTest(recorded)
  const views = await tested.start([weights(), counts()], { sliceMs: -1 })
  await views.catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['weights'], reason: 'to be sure' })
  let head = 60
  for (let turns = 0; tested.stateOf('weights').building !== undefined; turns++) {
    expect(turns).toBeLessThan(200)
    await recorded.record(lots(head, ++head))
    for (let step = 0; step < 2; step++) await views.step()
    expect(tested.stateOf('counts').serving).toMatchObject({ position: head })
  }
  expect(await tested.contents('weights')).toEqual(await freshContents(recorded, [weights()]))
})

test('a store that answers and lags a little after a restart does not wait for one that is built from the beginning', async () => {
  const recorded = await RecordedLog.of(lots(0, 60))
  const stores = new FullDisk('shelves')
  stores.isFull = false
  const tested = new ViewsUnderTest(recorded, stores)
  const views = await tested.start([weights(), boxes], { sliceMs: -1, retryAfterMs: Number.POSITIVE_INFINITY })
  await views.catchUp()
  stores.isFull = true
  await recorded.record(lots(60, 70))
  await views.catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['weights'], reason: 'to be sure' })
  stores.isFull = false
  const again = await tested.start([weights(), boxes], { sliceMs: -1 })
  for (let step = 0; step < 10; step++) await again.step()
  expect(tested.stateOf('weights').building).toBeDefined()
  expect(tested.stateOf('weights').serving).toMatchObject({ position: 70 })
})

test('what comes back after a restart is the store that answered, and not the one that is built beside it', async () => {
  const recorded = await RecordedLog.of(lots(0, 60))
  const tested = new ViewsUnderTest(recorded)
  await (await tested.start([weights()], { sliceMs: -1 })).catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['weights'], reason: 'to be sure' })
  await tested.views.close()
  await recorded.record(lots(60, 70))
  await tested.start([weights()], { sliceMs: -1 })
  expect(tested.stateOf('weights')).toMatchObject({
    building: { store: 'shelves-b1-d0', position: 60, goal: 70, hasAnswered: true },
  })
  while (tested.stateOf('weights').serving === undefined) await tested.views.step()
  expect(tested.stateOf('weights')).toMatchObject({
    serving: { store: 'shelves-b1-d0' },
    building: { store: 'shelves-b2-d1', hasAnswered: false },
  })
})

test('of two that are built and stand a little apart, the hindmost joins the other, and both go on from one reading', async () => {
  const recorded = await RecordedLog.of(lots(0, 20))
  const stores = new FullDisk('shelves')
  stores.isFull = false
  const tested = new ViewsUnderTest(recorded, stores)
  const views = await tested.start([weights(), boxes], { retryAfterMs: Number.POSITIVE_INFINITY })
  await views.catchUp()
  stores.isFull = true
  await recorded.record(lots(20, 30))
  await views.catchUp()
  stores.isFull = false
  await recorded.record(lots(30, 150))
  let read = 0
  const again = await tested.start(
    [weights(), boxes],
    { sliceMs: -1, laggardEveryMs: Number.POSITIVE_INFINITY },
    events => {
      read += events
    },
  )
  await again.catchUp()
  expect(tested.stateOf('weights').serving).toMatchObject({ position: 150 })
  expect(read).toBe(130)
})

test('one reading of the log is enough for stores that are at one position', async () => {
  const recorded = await RecordedLog.of(lots(0, 20))
  let read = 0
  const tested = new ViewsUnderTest(recorded)
  const views = await tested.start([weights(), boxes], {}, events => {
    read += events
  })
  await views.catchUp()
  expect(read).toBe(20)
  expect(tested.stateOf('boxes').serving).toMatchObject({ position: 20 })
})

test('a store that few events are for keeps its place while a long log is read, too', async () => {
  const recorded = await RecordedLog.of(lots(0, 60))
  const rare: Projection = { ...boxes, fold: { ...boxesFold, families: ['organisation'] } }
  const tested = new ViewsUnderTest(recorded)
  const views = await tested.start([weights(), rare], { sliceMs: -1 })
  while ((tested.stateOf('weights').building?.position ?? 0) < 50) await views.step()
  expect(tested.stateOf('boxes').building?.position).toBeGreaterThanOrEqual(25)
})

test('a store whose disk is full is tried again, and the others go on meanwhile', async () => {
  const recorded = await RecordedLog.of(lots(0, 20))
  const stores = new FullDisk('boxes')
  const tested = new ViewsUnderTest(recorded, stores)
  const views = await tested.start([weights(), boxes], { retryAfterMs: Number.POSITIVE_INFINITY })
  await views.catchUp()
  expect(tested.stateOf('weights').serving).toMatchObject({ position: 20 })
  expect(tested.stateOf('boxes')).toMatchObject({ building: { position: 0 } })
  expect(tested.news).toContainEqual(
    expect.objectContaining({ kind: 'failed', store: 'boxes-b2-d0', failure: expect.any(ViewStoreFailure) }),
  )
  stores.isFull = false
  await (await tested.start([weights(), boxes])).catchUp()
  expect(tested.stateOf('boxes').serving).toMatchObject({ position: 20 })
  expect(await tested.contents('boxes')).toEqual(await freshContents(recorded, [boxes]))
})

test('a store that is found damaged while it is moved on is folded again under another name', async () => {
  const recorded = await RecordedLog.of(lots(0, 10))
  const stores = new FullDisk('shelves', new UnusableView('damaged', 'a page is torn'))
  stores.isFull = false
  const tested = new ViewsUnderTest(recorded, stores)
  const views = await tested.start([weights()])
  await views.catchUp()
  stores.failing.add('shelves-b1-d0')
  stores.isFull = true
  await recorded.record(lots(10, 20))
  await views.catchUp()
  expect(tested.news).toContainEqual({ kind: 'unusable', store: 'shelves-b1-d0', why: 'a page is torn' })
  expect(tested.stateOf('weights').serving).toEqual({ store: 'shelves-b2-d0', position: 20 })
  expect(await stores.names()).toEqual(['shelves-b2-d0'])
})

/** Stores in memory, of which those of one fold, or those named, cannot be written when `isFull`. */
class FullDisk extends MemoryViewStores {
  isFull = true
  readonly failing = new Set<string>()
  readonly #fold: string
  readonly #failure: Error

  constructor(fold: string, failure: Error = new ViewStoreFailure('disk-full', 'the disk is full')) {
    super()
    this.#fold = fold
    this.#failure = failure
  }

  override async open(...asked: Parameters<MemoryViewStores['open']>): Promise<ViewStore | UnusableView> {
    const store = await super.open(...asked)
    if (store instanceof UnusableView) return store
    const [name, fold] = asked
    const commit = store.commit.bind(store)
    store.commit = async (...changes) => {
      const isMeant = this.failing.size > 0 ? this.failing.has(name) : fold.name === this.#fold
      if (this.isFull && isMeant) throw this.#failure
      return commit(...changes)
    }
    return store
  }
}
