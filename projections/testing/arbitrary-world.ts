import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { Waste } from '@athar/events/fields.ts'
import { type MovementEvent, movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { clock, type Payloads } from '@athar/events/testing/events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import fc from 'fast-check'

/**
 * Small worlds that hang together: a few movements, lots and treatments over the same few sites, codes and lots, so that a
 * movement takes what a treatment made of what another movement brought. Any part may be missing, and times run as they like.
 */

const sites = ['S-PRODUCER', 'S-PLANT', 'S-OTHER'] as const
const codes = ['170405', '191212', '150101'] as const
const producedLots = ['L-1', 'L-2'] as const
const madeLots = ['L-3', 'L-4'] as const
const movements = ['MV-1', 'MV-2', 'MV-3'] as const
const lots = [...producedLots, ...madeLots, ...movements] as const

const site = fc.constantFrom(...sites)
const code = fc.constantFrom(...codes)
const massGrams = fc.integer({ min: 1, max: 30_000_000 })
const time = fc.integer({ min: 10, max: 49 }).map(minute => clock(`12:${minute}`))

const lotsTaken = fc
  .uniqueArray(fc.record({ lot: fc.constantFrom(...lots), grams: massGrams }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ lot }) => lot,
  })
  .map(taken => taken.map(({ lot, grams }) => ({ lot, kg: grams / 1000 })))

/** Hazardous, as some senders say, which its code does not tell. */
const waste = fc
  .record({ code, hazards: fc.constantFrom(undefined, undefined, ['HP14'] as const) })
  .map(({ code, hazards }): Waste => (hazards === undefined ? { code } : { code, hazards: [...hazards] }))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

/** What is said of a movement beyond its story. */
interface Details {
  readonly taken: Payloads['waste.movement.declared']['lots']
  readonly carried: Waste | undefined
  readonly left: (typeof sites)[number] | undefined
  /** At the gates of the first leg, the second and the third. */
  readonly found: readonly (Waste | undefined)[]
  readonly lot: (typeof madeLots)[number] | undefined
}

const details: fc.Arbitrary<Details> = fc.record({
  taken: maybe(lotsTaken),
  carried: maybe(waste),
  left: maybe(site),
  found: fc.tuple(maybe(waste), maybe(waste), maybe(waste)),
  lot: maybe(fc.constantFrom(...madeLots)),
})

/** One movement: the story of `events/testing`, which may take lots, and may be found to be another waste at each gate. */
function movementOf(subject: string): fc.Arbitrary<readonly SubmittedEvent[]> {
  return fc
    .record({ story: movementStory, details })
    .map(({ story, details }) => story.map(event => ({ ...told(event, details), subject }) as SubmittedEvent))
}

function told(event: MovementEvent, { taken, carried, left, found, lot }: Details): MovementEvent {
  switch (event.type) {
    case 'waste.movement.declared':
      return taken === undefined ? event : { ...event, data: { ...event.data, lots: taken } }
    case 'waste.movement.picked-up':
      return { ...event, data: { ...event.data, ...(left && { fromSite: left }), ...(carried && { waste: carried }) } }
    case 'waste.movement.received': {
      const waste = found[(event.data.leg ?? 1) - 1]
      return { ...event, data: { ...event.data, ...(waste && { waste }), ...(lot && { lot }) } }
    }
    default:
      return event
  }
}

const productions = fc
  .subarray([...producedLots])
  .chain(made =>
    fc.tuple(
      ...made.map(lot =>
        fc
          .record({ site, code, grams: massGrams, time })
          .map(({ site, code, grams, time }) =>
            lotProduced({ site, waste: { code }, kg: grams / 1000 }, { subject: lot, id: `produced-${lot}`, time }),
          ),
      ),
    ),
  )

const counts = fc
  .array(fc.record({ lot: fc.constantFrom(...lots), site, code, grams: massGrams, isMore: fc.boolean(), time }), {
    maxLength: 4,
  })
  .map(found =>
    found.map(({ lot, site, code, grams, isMore, time }, index) =>
      stockAdjusted(
        { site, code, kg: (isMore ? grams : -grams) / 1000 },
        { subject: lot, id: `adjusted-${index}`, time },
      ),
    ),
  )

const treatment = fc
  .record({
    site,
    operation: fc.constantFrom('R4', 'D10', 'R12'),
    inputs: fc.uniqueArray(fc.record({ lot: fc.constantFrom(...lots), code, grams: massGrams }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ lot }) => lot,
    }),
    /** Parts in a hundred of what went in. */
    output: fc.integer({ min: 0, max: 60 }),
    loss: fc.integer({ min: 0, max: 40 }),
    made: fc.constantFrom(...madeLots),
    madeWaste: waste,
    time,
  })
  .map(({ site, operation, inputs, output, loss, made, madeWaste, time }) => {
    const into = inputs.reduce((sum, { grams }) => sum + grams, 0)
    const outGrams = Math.floor((into * output) / 100)
    // After a non-final operation nothing may end: the rest is lost.
    const lossGrams = operation === 'R12' ? into - outGrams : Math.floor((into * loss) / 100)
    return (subject: string) =>
      treated(
        {
          site,
          operation,
          inputs: inputs.map(({ lot, code, grams }) => ({ lot, code, kg: grams / 1000 })),
          outputs: outGrams === 0 ? undefined : [{ lot: made, waste: madeWaste, kg: outGrams / 1000 }],
          lossKg: lossGrams / 1000,
        },
        { subject, id: `treated-${subject}`, time },
      )
  })

const treatments = fc
  .array(treatment, { maxLength: 3 })
  .map(performed => performed.map((perform, index) => perform(`T-${index + 1}`)))

/** All events of a small world, in no particular order. */
export const smallWorld: fc.Arbitrary<readonly SubmittedEvent[]> = fc
  .tuple(
    fc.subarray([...movements]).chain(names => fc.tuple(...names.map(movementOf))),
    productions,
    counts,
    treatments,
  )
  .map(([stories, ...others]): readonly SubmittedEvent[] => [...stories.flat(), ...others.flat()])
  .filter(events => events.length > 0)
