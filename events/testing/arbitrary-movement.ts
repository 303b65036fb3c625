import fc from 'fast-check'
import type { MovementEventType, Receipt } from '../movement/schema.ts'
import { clock, type TypedEvent } from './events.ts'
import * as tell from './movement-events.ts'

/**
 * Whole movements: up to two carriers and a hand-over each way, up to three receipts over two legs, redirections, incidents,
 * a cancellation, and corrections with their answers. Any part may be missing, and times run as they like within forty
 * minutes, so that many are equal. Every event of a movement may be recorded, whatever came before it.
 */

export type MovementEvent = TypedEvent<MovementEventType>
type CustodyEvent = Exclude<MovementEvent, { type: `waste.movement.correct${string}` }>

const someKg = fc.integer({ min: 1, max: 50_000_000 }).map(grams => grams / 1000)
const time = fc.integer({ min: 10, max: 49 }).map(minute => clock(`12:${minute}`))

/** The outcome of a weighing, to the gram; `share` in percent is accepted. */
function outcomeOf(grams: number, share: number): Omit<Receipt, 'site' | 'leg'> {
  const accepted = Math.floor((grams * share) / 100)
  const refused = grams - accepted
  const masses = { netKg: grams / 1000, acceptedKg: accepted / 1000, refusedKg: refused / 1000 }
  if (refused === 0) return { ...masses, outcome: 'accepted' }
  return { ...masses, outcome: accepted === 0 ? 'refused' : 'partly-accepted', reason: { code: 'other' } }
}

const outcome = fc
  .tuple(fc.integer({ min: 1, max: 50_000_000 }), fc.constantFrom(0, 37, 100))
  .map(([grams, share]) => outcomeOf(grams, share))

const gates = [
  { site: 'S-PLANT' },
  { site: 'S-OTHER', leg: 2 },
  { site: 'S-PRODUCER', leg: 2 },
  { site: 'S-PLANT', leg: 3 },
]
const swaps = [
  { fromCarrier: 'C-FIRST', toCarrier: 'C-SECOND' },
  { fromCarrier: 'C-SECOND', toCarrier: 'C-FIRST' },
]
const ways = [
  { fromSite: 'S-PLANT', toSite: 'S-OTHER' },
  { fromSite: 'S-OTHER', toSite: 'S-PRODUCER' },
]

const custody: fc.Arbitrary<readonly CustodyEvent[]> = fc
  .record({
    declarations: fc.array(someKg, { maxLength: 1 }),
    pickUps: fc.array(fc.option(someKg, { nil: undefined }), { maxLength: 1 }),
    swaps: fc.subarray(swaps),
    receipts: fc.tuple(fc.subarray(gates, { maxLength: 3 }), fc.array(outcome, { minLength: 3, maxLength: 3 })),
    ways: fc.subarray(ways),
    losses: fc.array(fc.option(someKg, { nil: undefined }), { maxLength: 2 }),
    cancellations: fc.array(fc.constant({}), { maxLength: 1 }),
  })
  .map(({ declarations, pickUps, swaps, receipts: [at, outcomes], ways, losses, cancellations }) => [
    ...declarations.map(kg => tell.declared({ kg })),
    ...pickUps.map(kg => tell.pickedUp({ kg })),
    ...swaps.map(swap => tell.handedOver(swap)),
    ...at.map((gate, index) => tell.received({ ...gate, ...outcomes[index] })),
    ...ways.map(way => tell.redirected(way)),
    ...losses.map(lostKg => tell.incident({ lostKg })),
    ...cancellations.map(() => tell.cancelled()),
  ])
  .filter(events => events.length > 0)

/** Ids come in an order that has nothing to do with the order of times. */
function withTimesAndIds(events: readonly CustodyEvent[]): fc.Arbitrary<readonly CustodyEvent[]> {
  const { length } = events
  return fc
    .tuple(
      fc.array(time, { minLength: length, maxLength: length }),
      fc.shuffledSubarray([...events.keys()], { minLength: length }),
    )
    .map(([times, order]) =>
      events.map((event, index) => ({ ...event, id: `e-${order[index]}`, time: times[index] ?? event.time })),
    )
}

const correction = fc.record({ of: fc.nat(), time, kg: someKg, share: fc.constantFrom(0, 37, 100) })
const answer = fc.record({
  to: fc.nat(),
  time,
  approves: fc.boolean(),
  by: fc.constantFrom({ site: 'S-PRODUCER' }, { site: 'S-PLANT' }, { carrier: 'C-FIRST' }, { carrier: 'C-SECOND' }),
})

/** All events of one movement, corrections and answers included, in no particular order. */
export const movementStory: fc.Arbitrary<readonly MovementEvent[]> = custody
  .chain(withTimesAndIds)
  .chain(said =>
    fc.record({
      said: fc.constant(said),
      corrections: fc.array(correction, { maxLength: 4 }),
      answers: fc.uniqueArray(answer, {
        maxLength: 5,
        selector: ({ to, by }) => `${to % 4} ${JSON.stringify(by)}`,
      }),
    }),
  )
  .map(({ said, corrections, answers }) => {
    const made = corrections.flatMap(({ of, kg, share, time }, index) => {
      const original = said[of % said.length]
      const around = { id: `c-${index}`, time }
      return original === undefined ? [] : [tell.corrected(original, mended(original, kg, share), around)]
    })
    const given = answers.map(({ to, by, approves, time }, index) => {
      const say = approves ? tell.approved : tell.declined
      return say({ id: `c-${to % 4}` }, by, { id: `a-${index}`, time })
    })
    return [...said, ...made, ...given]
  })

/** What a correction changes: never the slot, never the party. */
function mended(original: CustodyEvent, kg: number, share: number): Readonly<Record<string, unknown>> {
  switch (original.type) {
    case 'waste.movement.declared':
    case 'waste.movement.picked-up':
      return { kg }
    case 'waste.movement.handed-over':
      return { vehicle: { plates: [`plate ${kg}`] } }
    case 'waste.movement.received':
      return { reason: undefined, ...outcomeOf(Math.round(kg * 1000), share) }
    case 'waste.movement.incident-reported':
      return { lostKg: kg }
    case 'waste.movement.redirected':
    case 'waste.movement.cancelled':
      return { reason: `in fact ${kg}` }
  }
}
