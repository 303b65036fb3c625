import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import {
  type ServedProjection,
  UnusableView,
  type ViewDescription,
  type ViewStore,
  ViewStoreFailure,
} from '@athar/infra/view-store/port.ts'
import { expect, test } from 'vitest'
import { RecordedLog } from './testing/recorded-log.ts'
import { counts, lotOn, weights } from './testing/shelves.ts'
import { ViewsUnderTest } from './testing/views-under-test.ts'

/** Stores on a disk that is full for as long as the test says, and how many of them somebody has open. */
class StoresOnFullDisk extends MemoryViewStores {
  isFull = false
  /** For this store alone it is full. */
  fullFor: string | undefined
  /** This one cannot be opened. */
  unreadable: string | undefined
  openCount = 0

  override async open(name: string, fold: ViewDescription['fold']): Promise<ViewStore | UnusableView> {
    if (name === this.unreadable) throw new ViewStoreFailure('io-error', 'the disk failed')
    const store = await super.open(name, fold)
    if (store instanceof UnusableView) return store
    this.openCount++
    const close = store.close.bind(store)
    const serve = store.serve.bind(store)
    store.close = async () => {
      this.openCount--
      await close()
    }
    store.serve = async (projections: readonly ServedProjection[]) => {
      if (this.isFull || name === this.fullFor) throw new ViewStoreFailure('disk-full', 'the disk is full')
      await serve(projections)
    }
    return store
  }
}

const projections = [weights(), counts()]

async function onFullDisk() {
  const stores = new StoresOnFullDisk()
  const tested = new ViewsUnderTest(await RecordedLog.of([lotOn('S-1', 'L-1', 10, 'e-1')]), stores)
  return { stores, tested }
}

test('a store that cannot be begun leaves nothing behind, however often it is tried', async () => {
  const { stores, tested } = await onFullDisk()
  stores.isFull = true
  const views = await tested.start(projections, { retryAfterMs: 0 })
  for (let tries = 0; tries < 3; tries++) await views.step()
  expect(await stores.names()).toEqual([])
  expect(stores.openCount).toBe(0)
  expect(tested.news.map(({ kind }) => kind)).toContain('failed')
  stores.isFull = false
  await views.catchUp()
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 1 })
})

test('a store that cannot be begun at a start is no reason for those that are there not to answer', async () => {
  const { stores, tested } = await onFullDisk()
  await (await tested.start(projections)).catchUp()
  const [answering = ''] = await stores.names()
  stores.isFull = true
  await tested.decide({ kind: 'rebuild', projections: ['counts'], reason: 'to see' })
  await (await tested.start(projections)).step()
  expect(tested.stateOf('counts').serving).toMatchObject({ store: answering, position: 1 })
  expect(stores.openCount).toBe(1)
})

test('views that cannot be opened let go of the stores that were open by then', async () => {
  const { stores, tested } = await onFullDisk()
  await (await tested.start(projections)).catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['counts'], reason: 'to see' })
  await tested.views.close()
  stores.openCount = 0
  stores.unreadable = (await stores.names()).at(-1)
  await expect(new ViewsUnderTest(tested.recorded, stores).start(projections)).rejects.toThrow('the disk failed')
  expect(stores.openCount).toBe(0)
  expect(await stores.names()).toHaveLength(2)
})

test('stores of no use that cannot be removed are tried again after a while, and not all the time', async () => {
  const { stores, tested } = await onFullDisk()
  await (await tested.start(projections, { retryAfterMs: 60_000 })).catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['counts'], reason: 'to see' })
  await tested.views.catchUp()
  stores.remove = async () => {
    throw new ViewStoreFailure('io-error', 'the disk failed')
  }
  for (const name of await stores.names()) tested.views.giveUp(name, 'a torn page')
  await tested.views.step()
  expect(await tested.views.step()).toBe(false)
})

test('a store that could not be begun while others follow is begun when there is room', async () => {
  const { stores, tested } = await onFullDisk()
  await (await tested.start(projections)).catchUp()
  stores.isFull = true
  await tested.decide({ kind: 'rebuild', projections: ['counts'], reason: 'to see' })
  for (let tries = 0; tries < 3; tries++) await tested.views.step()
  expect(await stores.names()).toHaveLength(1)
  stores.isFull = false
  await tested.views.catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['counts'], reason: 'to see again' })
  await tested.views.catchUp()
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 1 })
  expect(tested.news.some(({ kind }) => kind === 'took-over')).toBe(true)
})

test('a store that cannot let go goes on answering, and nobody is told that another one took over', async () => {
  const { stores, tested } = await onFullDisk()
  await (await tested.start(projections)).catchUp()
  await tested.decide({ kind: 'rebuild', projections: ['counts'], reason: 'to see' })
  const [answering = ''] = await stores.names()
  stores.fullFor = answering
  for (let tries = 0; tries < 3; tries++) await tested.views.step()
  expect(tested.stateOf('counts').serving).toMatchObject({ store: answering })
  expect(tested.news.map(({ kind }) => kind)).toContain('failed')
  expect(tested.news.map(({ kind }) => kind)).not.toContain('took-over')
  stores.fullFor = undefined
  await tested.views.catchUp()
  expect(tested.stateOf('counts').serving).not.toMatchObject({ store: answering })
  expect(tested.news.map(({ kind }) => kind)).toContain('took-over')
})
