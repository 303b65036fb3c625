import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldStream } from './fold.ts'
import { openLedger } from './testing/ledger-under-test.ts'

const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
const settings = fc.record({ groupMax: fc.integer({ min: 1, max: 6 }), hotEventsMax: fc.integer({ min: 1, max: 20 }) })

test('a movement ends in the same state, in whatever order and company its events arrive', async () => {
  await fc.assert(
    fc.asyncProperty(toldTwice(movementStory), cuts, settings, async ([once, otherwise], sizes, options) => {
      const one = await recordedState(once, [once.length], { groupMax: 100, hotEventsMax: 1_000 })
      const other = await recordedState(otherwise, sizes, options)
      expect(other).toStrictEqual(one)
    }),
    { numRuns: 60 },
  )
})

/** The state of the one movement, folded from the log, when the events were submitted together in lists of these sizes. */
async function recordedState(
  events: readonly SubmittedEvent[],
  sizes: readonly number[],
  options: { readonly groupMax: number; readonly hotEventsMax: number },
): Promise<unknown> {
  const { submit, log } = await openLedger({ ...options, now: () => Date.parse('2026-11-23T00:00:00Z') })
  const submissions = []
  for (let from = 0, index = 0; from < events.length; index++) {
    const to = from + (sizes[index % sizes.length] ?? 1)
    submissions.push(submit(events.slice(from, to)))
    from = to
  }
  const verdicts = (await Promise.all(submissions)).flat()
  expect(verdicts.filter(({ outcome }) => outcome === 'rejected')).toEqual([])
  const [stored] = (await log.readStreams([`movement-${events[0]?.subject}`])).values()
  expect(stored).toHaveLength(new Set(events.map(({ id }) => id)).size)
  return foldStream('movement', stored ?? []).state
}
