import { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { carrier, otherPlant, plant, producer, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  approved,
  cancelled,
  corrected,
  declared,
  declined,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountPrefix } from '../mass-ledger/accounts.ts'
import { massLedgerProjection } from '../mass-ledger/mass-ledger-projection.ts'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { type MovementAnswer, movementAnswer } from './movement-answer.ts'
import { movementRow } from './movement-row.ts'
import { documentOf } from './testing/known-movement.ts'

const codes = new CodeLists()

function answerOn(...events: readonly SubmittedEvent[]): MovementAnswer {
  return movementAnswer('MV-1', documentOf(...events), { codes, language: 'en' })
}

test('an ordinary movement reads whole', () => {
  const told = [declared(), pickedUp({ kg: 990 }), handedOver(), received({ netKg: 985, acceptedKg: 985 })]
  expect(answerOn(...told)).toMatchObject({
    id: 'MV-1',
    state: 'received',
    from: producer.site,
    to: plant.site,
    waste: steel,
    kg: { declared: 1000, pickedUp: 990, received: 985, accepted: 985, refused: 0, lost: 0, discrepancy: 5 },
    legs: [{ leg: 1, site: plant.site, receipt: { event: 'received', outcome: 'accepted', lot: 'MV-1' } }],
    gaps: [],
    warnings: [],
    revision: 3,
  })
})

describe('masses', () => {
  test('what is lost on the way is no discrepancy', () => {
    const told = [
      declared(),
      pickedUp({ kg: 1000 }),
      incident({ lostKg: 40 }),
      received({ netKg: 950, acceptedKg: 950 }),
    ]
    expect(answerOn(...told).kg).toMatchObject({ lost: 40, received: 950, discrepancy: 10 })
  })

  test('what a gate refused is what should come to the next', () => {
    const elsewhere = received(
      { site: otherPlant.site, leg: 2, netKg: 998, acceptedKg: 998, lot: 'L-7' },
      { id: 'received-2', time: clock('15:00') },
    )
    const { kg, legs } = answerOn(declared(), pickedUp({ kg: 1000 }), turnedAway(), redirected(), elsewhere)
    expect(kg).toMatchObject({ received: 1000, accepted: 998, refused: 0, discrepancy: 2 })
    expect(legs).toMatchObject([
      { leg: 1, receipt: { outcome: 'refused', kg: { expected: 1000, refused: 1000, discrepancy: 0 } } },
      { leg: 2, site: otherPlant.site, receipt: { lot: 'L-7', kg: { expected: 1000, net: 998, discrepancy: 2 } } },
    ])
    expect(legs[0]?.receipt).not.toHaveProperty('lot')
  })

  test('without a pick-up nothing is missing at the gate', () => {
    expect(answerOn(declared({ kg: 1200 }), received()).kg).toMatchObject({
      declared: 1200,
      received: 1000,
      discrepancy: 0,
    })
  })

  test('what nobody has said is absent', () => {
    expect(answerOn(incident()).kg).toEqual({ accepted: 0, refused: 0, lost: 0, discrepancy: 0 })
  })

  test('are those of the mass journal', () => {
    fc.assert(
      fc.property(movementStory, story => {
        const { kg } = answerOn(...story)
        const ledger = foldArrived([massLedgerProjection], story)
        const missing = [...ledger.accounts(accountPrefix.ofKind('discrepancy')).values()]
        expect(missing.reduce((sum, grams) => sum + grams, 0)).toBe(Math.round(kg.discrepancy * 1000))
        const inStock = [...ledger.accounts('stock/').values()].reduce((sum, grams) => sum + grams, 0)
        expect(inStock).toBe(Math.round(kg.accepted * 1000))
      }),
    )
  })
})

describe('legs', () => {
  test('a declared movement has its first leg before it', () => {
    expect(answerOn(declared()).legs).toEqual([{ leg: 1, site: plant.site }])
  })

  test('a redirected load is on its second leg', () => {
    expect(answerOn(declared(), pickedUp(), turnedAway(), redirected()).legs.at(-1)).toEqual({
      leg: 2,
      site: otherPlant.site,
    })
  })

  test('a refused load that nobody has redirected goes nowhere yet', () => {
    expect(answerOn(declared(), pickedUp(), turnedAway()).legs).toHaveLength(1)
  })

  test('what was found at the gate stands with its leg', () => {
    const found = answerOn(declared(), received({ waste: { code: '191202' } }))
    expect(found.waste).toEqual(steel)
    expect(found.legs[0]?.receipt?.code).toBe('191202')
  })

  test('what nobody announced is what was found', () => {
    expect(answerOn(received({ waste: { code: '191202' } })).waste).toEqual({ code: '191202' })
  })
})

describe('the timeline', () => {
  const first = pickedUp({ kg: 900 })
  const mended = corrected(first, { kg: 990 }, { id: 'mended', time: clock('09:30') })

  test('tells everything that was said, by its time, with the party that said it', () => {
    const { timeline } = answerOn(received(), incident(), pickedUp(), declared())
    expect(timeline.map(({ id, by, position }) => [id, by, position])).toEqual([
      ['declared', { site: producer.site }, 4],
      ['picked-up', { carrier }, 3],
      ['incident', undefined, 2],
      ['received', { site: plant.site }, 1],
    ])
    expect(timeline[0]).toMatchObject({ time: clock('08:00'), recordedBy: 'service:tests' })
  })

  test('a cancellation is said by the site of origin, a correction by who said the original', () => {
    const { timeline } = answerOn(declared(), cancelled(), first, mended)
    expect(timeline.map(({ id, by }) => [id, by])).toEqual([
      ['declared', { site: producer.site }],
      ['cancelled', { site: producer.site }],
      ['picked-up', { carrier }],
      ['mended', { carrier }],
    ])
  })

  test('an event that was corrected keeps its place and names the correction that counts', () => {
    const again = corrected(first, { kg: 995 }, { id: 'again', time: clock('09:40') })
    const told = answerOn(declared(), first, mended, again)
    expect(told.kg.pickedUp).toBe(995)
    expect(told.timeline).toMatchObject([
      { id: 'declared' },
      { id: 'picked-up', correctedBy: { id: 'again', standing: 'effective' } },
      { id: 'mended', corrects: { id: 'picked-up', standing: 'superseded' } },
      { id: 'again', corrects: { id: 'picked-up', standing: 'effective' } },
    ])
    expect(told.timeline[0]).not.toHaveProperty('correctedBy')
  })

  test('a correction that another party must answer is named with how it stands', () => {
    const late = corrected(first, { kg: 990 }, { id: 'late', time: clock('13:00') })
    const known = [declared(), first, handedOver(), received(), late]
    const standing = (...told: readonly SubmittedEvent[]) =>
      answerOn(...told).timeline.find(({ id }) => id === 'picked-up')?.correctedBy
    expect(standing(...known)).toEqual({ id: 'late', standing: 'waiting' })
    expect(standing(...known, declined(late, { site: plant.site }))).toEqual({ id: 'late', standing: 'declined' })
    expect(standing(...known, approved(late, { site: plant.site }))).toEqual({ id: 'late', standing: 'effective' })
  })

  test('a correction of a correction speaks for nobody that is known', () => {
    const twice = corrected({ ...first, id: 'mended' }, {}, { id: 'twice', time: clock('09:50') })
    expect(answerOn(first, mended, twice).timeline.at(-1)).not.toHaveProperty('by')
  })
})

test('warnings are in the language of the reader, and name the event they are about', () => {
  const document = documentOf(declared(), pickedUp({ kg: 1000 }), received({ netKg: 900, acceptedKg: 900 }))
  const { warnings } = movementAnswer('MV-1', document, { codes, language: 'fr' })
  expect(warnings).toMatchObject([{ code: 'weight-differs', event: 'received' }])
  expect(warnings[0]?.detail).toMatch(/^reçu 900/)
})

describe('whatever the order in which the events came', () => {
  /** What depends on the order: positions, revisions and times of recording. */
  const apart = new Set(['position', 'recordedAt', 'revision'])
  const inAnyOrder = (answer: unknown): unknown =>
    JSON.parse(JSON.stringify(answer), (name, value) => (apart.has(name) ? undefined : value))

  test('the movement reads the same, whole and as a line', () => {
    fc.assert(
      fc.property(toldTwice(movementStory), ([one, other]) => {
        expect(inAnyOrder(answerOn(...one))).toEqual(inAnyOrder(answerOn(...other)))
        expect(inAnyOrder(movementRow('MV-1', documentOf(...one)))).toEqual(
          inAnyOrder(movementRow('MV-1', documentOf(...other))),
        )
      }),
    )
  })

  test('nobody hands on before he had it, and each holder is known', () => {
    fc.assert(
      fc.property(movementStory, story => {
        for (const { from, to, kg } of answerOn(...story).custody) {
          if (to !== undefined) expect(Date.parse(to)).toBeGreaterThanOrEqual(Date.parse(from))
          expect(kg ?? 0).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('what is held at the end is what the gates let in, and what the last one turned away', () => {
    fc.assert(
      fc.property(movementStory, story => {
        const { custody, kg, legs } = answerOn(...story)
        const held = custody.filter(({ to }) => to === undefined)
        const grams = (value = 0) => Math.round(value * 1000)
        const atSites = held.filter(({ holder }) => 'site' in holder && legs.some(({ receipt }) => receipt))
        expect(atSites.reduce((sum, each) => sum + grams(each.kg), 0)).toBe(grams(kg.accepted))
        expect(held.filter(({ holder }) => 'carrier' in holder).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
