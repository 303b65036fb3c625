import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateSubmitted } from '../submitted.ts'
import { movementStory } from '../testing/arbitrary-movement.ts'
import { record, toldTwice } from '../testing/arrivals.ts'
import { type CorrectionStanding, correct, correctionsOf } from './correction.ts'
import { decideMovement } from './decide.ts'
import { movementOf, partiesOf } from './movement.ts'
import { movementEvents } from './schema.ts'
import { evolveMovement, initialMovement } from './state.ts'

const decider = { initialState: initialMovement, decide: decideMovement, evolve: evolveMovement }

describe('the same events in any order, with duplicates mixed in,', () => {
  test('end in the same state, and every reading of it is the same', () => {
    fc.assert(
      fc.property(toldTwice(movementStory), ([once, otherwise]) => {
        const state = record(decider, once)
        const other = record(decider, otherwise)
        expect(other).toStrictEqual(state)
        expect(correct(other).facts).toStrictEqual(correct(state).facts)
        expect(correctionsOf(other)).toStrictEqual(correctionsOf(state))
        expect(movementOf(other)).toStrictEqual(movementOf(state))
        expect([...partiesOf(movementOf(other))]).toStrictEqual([...partiesOf(movementOf(state))])
      }),
      { numRuns: 500 },
    )
  })

  test('are all there, once each', () => {
    fc.assert(
      fc.property(toldTwice(movementStory), ([once]) => {
        const ids = record(decider, once).facts.map(({ id }) => id)
        expect(ids.sort()).toEqual([...new Set(once.map(({ id }) => id))].sort())
      }),
    )
  })
})

describe('the movements these tests make up', () => {
  const samples = fc.sample(movementStory, { numRuns: 400, seed: 2026 })

  test('are of valid events', () => {
    for (const event of samples.flat()) expect(validateSubmitted(event), event.type).not.toHaveProperty('refused')
  })

  test('use every type of the family', () => {
    expect(new Set(samples.flat().map(({ type }) => type))).toEqual(new Set(Object.keys(movementEvents)))
  })

  test('bring corrections into every standing but one, which needs an original that never comes', () => {
    const found = new Set<CorrectionStanding>()
    for (const story of samples)
      for (const { standing } of correctionsOf(story.reduce(evolveMovement, initialMovement))) found.add(standing)
    expect([...found].sort()).toEqual(['declined', 'effective', 'superseded', 'waiting'])
  })

  test('have events of equal times, corrections before their originals, and answers to nothing', () => {
    const some = (holds: (story: (typeof samples)[number]) => boolean) => samples.some(holds)
    expect(some(story => new Set(story.map(({ time }) => time)).size < story.length)).toBe(true)
    expect(
      some(story => {
        const times = new Map(story.map(({ id, time }) => [id, time]))
        return story.some(
          ({ type, data, time }) => type === 'waste.movement.corrected' && time < (times.get(data.corrects) ?? ''),
        )
      }),
    ).toBe(true)
    expect(
      some(story => {
        const ids = new Set(story.map(({ id }) => id))
        return story.some(
          ({ type, data }) => type === 'waste.movement.correction-approved' && !ids.has(data.correction),
        )
      }),
    ).toBe(true)
  })
})
