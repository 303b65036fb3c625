import { eventTypeOf, streamOf } from '@athar/events/catalogue.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import { foldStream } from '@athar/ledger/fold.ts'
import { openLedger } from '@athar/ledger/testing/ledger-under-test.ts'
import { Random } from '@athar/scripts/simulate/random.ts'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'
import { expect, test } from 'vitest'

const cast = world({ seed: 7, start: '2026-01-01', producers: 30, carriers: 12, plants: 12, movementsPerDay: 200 })
const life = [...simulate(cast, { movements: 400 })]

test.each([1, 2, 3])(
  'a simulated life ends in the same states, however it is shuffled and repeated (seed %i)',
  async seed => {
    const chance = new Random(seed, 'life')
    const asItArrived = await recordedStates(life, () => 50)
    const otherwise = await recordedStates(shuffled([...life, ...life.filter(() => chance.chance(0.3))], chance), () =>
      chance.between(1, 40),
    )
    expect(asItArrived.size).toBeGreaterThan(400)
    expect([...otherwise.keys()].sort()).toEqual([...asItArrived.keys()].sort())
    for (const [stream, state] of asItArrived) expect(otherwise.get(stream), stream).toStrictEqual(state)
  },
)

/** The state of each stream, folded from the log, when the events were submitted without waiting, so many at a time. */
async function recordedStates(
  events: readonly SubmittedEvent[],
  count: () => number,
): Promise<ReadonlyMap<string, unknown>> {
  const tested = await openLedger({ groupMax: 64, hotEventsMax: 200, now: () => Date.parse('2026-12-31T00:00:00Z') })
  const submissions = []
  for (let from = 0; from < events.length; ) {
    const to = from + count()
    submissions.push(tested.submit(events.slice(from, to)))
    from = to
  }
  const verdicts = (await Promise.all(submissions)).flat()
  expect(verdicts.filter(({ outcome }) => outcome === 'rejected')).toEqual([])

  const families = new Map(events.map(event => [nameOf(event), familyOf(event)]))
  const stored = await tested.log.readStreams([...families.keys()])
  const states = new Map<string, unknown>()
  for (const [stream, family] of families) states.set(stream, foldStream(family, stored.get(stream) ?? []).state)
  return states
}

function familyOf({ type }: SubmittedEvent): Family {
  const family = eventTypeOf(type)?.family
  if (family === undefined) throw new Error(`${type} is no event type`)
  return family
}

function nameOf(event: SubmittedEvent): string {
  return streamOf(familyOf(event), event.subject)
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], chance: Random): readonly Item[] {
  const left = [...items]
  const drawn: Item[] = []
  while (left.length > 0) {
    const index = chance.between(0, left.length - 1)
    drawn.push(...left.splice(index, 1))
  }
  return drawn
}
