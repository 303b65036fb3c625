import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { carrier, otherPlant, plant, producer, secondCarrier } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  cancelled,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { custodyOf } from './custody-of-movement.ts'
import { knownBy } from './testing/known-movement.ts'

/** `S-PRODUCER 08:00-09:00 1000 kg` */
function handsOf(...events: readonly SubmittedEvent[]): readonly string[] {
  return custodyOf(knownBy(...events)).map(({ holder, from, to, mass }) => {
    const name = 'site' in holder ? holder.site : holder.carrier
    const kg = mass === undefined ? '?' : mass / 1000
    return `${name} ${minuteOf(from)}-${to === undefined ? '' : minuteOf(to)} ${kg} kg`
  })
}

function minuteOf(time: string): string {
  return time.slice(11, 16)
}

const first = `${carrier} `
const second = `${secondCarrier} `

test('from hand to hand: the producer, a carrier, another, the plant', () => {
  expect(handsOf(declared(), pickedUp({ kg: 990 }), handedOver(), received({ netKg: 985, acceptedKg: 985 }))).toEqual([
    `${producer.site} 08:00-09:00 1000 kg`,
    `${first}09:00-10:00 990 kg`,
    `${second}10:00-12:00 990 kg`,
    `${plant.site} 12:00- 985 kg`,
  ])
})

test('a load on its way is still in the hands of who took it over last', () => {
  expect(handsOf(declared(), pickedUp())).toEqual([`${producer.site} 08:00-09:00 1000 kg`, `${first}09:00- 1000 kg`])
})

test('what was lost on the way is not handed on', () => {
  expect(handsOf(pickedUp({ kg: 1000 }), incident({ lostKg: 40 }, { time: clock('09:30') }), handedOver())).toEqual([
    `${first}09:00-10:00 1000 kg`,
    `${second}10:00- 960 kg`,
  ])
})

test('a load that was lost whole nobody has any more', () => {
  const spill = incident({ lostKg: 400 }, { id: 'spill', time: clock('09:30') })
  const fire = incident({ kind: 'fire', lostKg: 600 }, { id: 'fire', time: clock('09:45') })
  expect(handsOf(fire, pickedUp({ kg: 1000 }), spill)).toEqual([`${first}09:00-09:45 1000 kg`])
})

test('a load that was said to be lost and is turned away all the same stays with who brought it', () => {
  const theft = incident({ kind: 'theft', lostKg: 1000 }, { time: clock('09:30') })
  expect(handsOf(pickedUp({ kg: 1000 }), theft, turnedAway())).toEqual([
    `${first}09:00-09:30 1000 kg`,
    `${first}12:00- 1000 kg`,
  ])
})

test('a load that is turned away stays with who brought it, until another site takes it in', () => {
  const elsewhere = received({ site: otherPlant.site, leg: 2 }, { id: 'received-2', time: clock('15:00') })
  expect(handsOf(pickedUp({ kg: 1000 }), turnedAway(), elsewhere)).toEqual([
    `${first}09:00-12:00 1000 kg`,
    `${first}12:00-15:00 1000 kg`,
    `${otherPlant.site} 15:00- 1000 kg`,
  ])
})

test('of a load that is taken in partly, each has a part', () => {
  const partly = { outcome: 'partly-accepted', acceptedKg: 900, refusedKg: 100, reason: { code: 'other' } } as const
  expect(handsOf(pickedUp({ kg: 1000 }), received(partly))).toEqual([
    `${first}09:00-12:00 1000 kg`,
    `${plant.site} 12:00- 900 kg`,
    `${first}12:00- 100 kg`,
  ])
})

test('a cancelled movement has not left the producer', () => {
  expect(handsOf(declared(), cancelled())).toEqual([`${producer.site} 08:00- 1000 kg`])
})

describe('when something is missing', () => {
  test('no pick-up: nobody knows since when the carrier had it', () => {
    expect(handsOf(declared(), received())).toEqual([
      `${producer.site} 08:00-12:00 1000 kg`,
      `${plant.site} 12:00- 1000 kg`,
    ])
  })

  test('no pick-up, and turned away: nobody knows who has it', () => {
    expect(handsOf(turnedAway())).toEqual([])
  })

  test('no declaration: nobody knows since when the producer had it', () => {
    expect(handsOf(pickedUp({ fromSite: producer.site }))).toEqual([`${first}09:00- ? kg`])
  })

  test('a declaration made after the load had left says nothing of when it was there', () => {
    expect(handsOf(declared({}, { time: clock('09:30') }), pickedUp())).toEqual([`${first}09:00- 1000 kg`])
  })
})

describe('when times run backwards', () => {
  test('a receipt dated before its pick-up: the carrier had it for no time', () => {
    expect(handsOf(pickedUp(), received({}, { time: clock('08:50') }))).toEqual([
      `${first}09:00-09:00 1000 kg`,
      `${plant.site} 08:50- 1000 kg`,
    ])
  })

  test('a hand-over dated after the receipt of everything came before it all the same', () => {
    expect(handsOf(pickedUp(), handedOver({}, { time: clock('12:05') }), received())).toEqual([
      `${first}09:00-12:05 1000 kg`,
      `${second}12:05-12:05 1000 kg`,
      `${plant.site} 12:00- 1000 kg`,
    ])
  })
})
