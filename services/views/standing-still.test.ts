import { expect, test } from 'vitest'
import { RecordedLog } from './testing/recorded-log.ts'
import { counts, lotOn, weights } from './testing/shelves.ts'
import { freshContents, ViewsUnderTest } from './testing/views-under-test.ts'

const projections = [weights(), counts()]
const lots = Array.from({ length: 20 }, (_, index) => lotOn(`S-${index % 3}`, `L-${index}`, index + 1, `e-${index}`))

test('views that may not grow answer as they are, also after a start, and go on when they may', async () => {
  const recorded = await RecordedLog.of(lots.slice(0, 10))
  const tested = new ViewsUnderTest(recorded)
  await (await tested.start(projections)).catchUp()
  tested.mayGrow = false
  const views = await tested.start(projections)
  expect(await views.step()).toBe(false)
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 10 })
  await recorded.record(lots)
  expect(await views.step()).toBe(false)
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 10 })
  tested.mayGrow = true
  await views.catchUp()
  expect(tested.stateOf('counts').serving).toMatchObject({ position: 20 })
  expect(await tested.contents('counts')).toEqual(await freshContents(recorded, projections))
})
