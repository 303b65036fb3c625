import { CodeLists } from '@athar/events/codes/code-lists.ts'
import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { noticed } from '@athar/events/movement/noticed.ts'
import { movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { oil, otherPlant, producer, secondCarrier, service, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  approved,
  cancelled,
  corrected,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { warning } from '@athar/events/warnings.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { custodyFold } from '../custody/custody-fold.ts'
import { custodyKey, type MovementDocument } from '../custody/documents.ts'
import { arrived, type Recording } from '../testing/arrived.ts'
import { fold } from '../testing/fold-in-memory.ts'
import { movementWarnings } from './movement-warnings.ts'

const codes = new CodeLists()
const custody = [{ name: 'custody', version: 1, fold: custodyFold }]

function movementOfEvents(events: readonly SubmittedEvent[], recording?: Recording): MovementDocument {
  const document = fold(custody, arrived(events, recording)).document(custodyKey('movement', 'MV-1'))
  return document as MovementDocument // every event of these tests is of this movement
}

function warningsAfter(...events: readonly SubmittedEvent[]) {
  return movementWarnings(movementOfEvents(events), codes)
}

/** What is wrong, and with which event. */
function codesAfter(...events: readonly SubmittedEvent[]): readonly string[] {
  return warningsAfter(...events).map(({ warning, fact }) => `${warning.code} at ${fact.id}`)
}

describe('an ordinary movement', () => {
  test('has no warnings, whatever came of it first', () => {
    expect(codesAfter(declared(), pickedUp(), handedOver(), received())).toEqual([])
    expect(codesAfter(received(), handedOver(), pickedUp(), declared())).toEqual([])
  })
})

describe('what is missing', () => {
  test('is missing once, since the first event that needs it, and every one of those proves it', () => {
    const [missing, ...others] = warningsAfter(received(), pickedUp())
    expect(others).toEqual([])
    expect(missing).toMatchObject({
      warning: warning('declaration-missing'),
      sinceMs: Date.parse(pickedUp().time),
      positions: [1, 2],
      rules: '2026-1',
    })
  })

  test('is no warning any more when it has come', () => {
    expect(codesAfter(declared(), received())).toEqual(['pickup-missing at received'])
    expect(codesAfter(declared(), received(), pickedUp())).toEqual([])
  })
})

describe('what goes wrong with a movement is a warning, with the events that prove it', () => {
  const elsewhere = received({ site: otherPlant.site })
  const short = received({ netKg: 900, acceptedKg: 900 })
  const early = received({}, { time: clock('08:30') })
  const copper = { code: '170401' }

  test.each<[string, readonly SubmittedEvent[], readonly number[]]>([
    ['unexpected-site at received', [declared(), pickedUp(), elsewhere], [1, 3]],
    ['unexpected-carrier at picked-up', [declared({ carriers: [secondCarrier] }), pickedUp()], [1, 2]],
    ['unexpected-carrier at handed-over', [declared(), pickedUp({ carrier: 'C-OTHER' }), handedOver()], [2, 3]],
    ['after-cancellation at incident', [declared(), incident(), cancelled()], [2, 3]],
    ['code-differs at received', [declared(), pickedUp(), received({ waste: copper })], [1, 3]],
    ['time-order at received', [declared(), early, pickedUp()], [2, 3]],
    ['code-unknown at declared', [declared({ waste: { code: '999999' } })], [1]],
    ['weight-differs at received', [declared(), pickedUp(), short], [1, 3]],
    ['weight-differs at received', [declared(), pickedUp({ kg: 1100 }), received()], [2, 3]],
    ['certificate-missing at declared', [declared({ waste: oil })], [1]],
  ])('%s', (expected, events, positions) => {
    expect(codesAfter(...events)).toEqual([expected])
    expect(warningsAfter(...events)[0]?.positions).toEqual(positions)
  })

  test('recorded-late, by the time it was recorded, for each event', () => {
    const recordedAt = () => '2026-11-24T09:00:00.001Z'
    const events = [declared(), pickedUp({}, { time: '2026-11-22T09:00:00Z' })]
    const found = movementWarnings(movementOfEvents(events, { recordedAt }), codes)
    expect(found).toMatchObject([
      { warning: warning('recorded-late', { hours: 50, limit: 48 }), fact: { id: 'declared' }, positions: [1] },
      { warning: warning('recorded-late', { hours: 48, limit: 48 }), fact: { id: 'picked-up' }, positions: [2] },
    ])
  })

  test('a load that was refused here and comes home is expected there', () => {
    const home = received({ site: producer.site, leg: 2 }, { id: 'home', time: clock('13:00') })
    expect(codesAfter(declared(), pickedUp(), home, turnedAway())).toEqual([])
    expect(codesAfter(declared(), pickedUp(), redirected(), elsewhere)).toEqual([])
  })

  test('a load is not expected at home because it was refused at home', () => {
    const refusedAtHome = turnedAway({ site: producer.site })
    expect(codesAfter(declared(), pickedUp(), refusedAtHome)).toEqual(['unexpected-site at turned-away'])
  })
})

describe('corrections', () => {
  const short = received({ netKg: 900, acceptedKg: 900 })

  test('mend what was wrong', () => {
    const whole = corrected(short, { netKg: 1000, acceptedKg: 1000 })
    expect(codesAfter(declared(), pickedUp(), short, whole)).toEqual([])
  })

  test('that make something wrong prove it with their original', () => {
    const events = [declared(), pickedUp(), received(), corrected(received(), { netKg: 900, acceptedKg: 900 })]
    expect(warningsAfter(...events)).toMatchObject([{ warning: { code: 'weight-differs' }, positions: [1, 3, 4] }])
  })

  test('that wait for another party change nothing until it approves', () => {
    const mended = corrected(declared({ waste: steel, kg: 900 }), { kg: 1000 }, { time: clock('13:00') })
    const events = [declared({ kg: 900 }), pickedUp(), received(), mended]
    expect(codesAfter(...events)).toEqual(['weight-differs at received'])
    expect(codesAfter(...events, approved(mended, { site: 'S-PLANT' }))).toEqual([])
  })
})

describe('properties', () => {
  /** All but positions, and what is about the time of recording. */
  function heartOf(events: readonly SubmittedEvent[]) {
    return warningsAfter(...events)
      .filter(({ warning }) => warning.code !== 'recorded-late')
      .map(({ warning, fact, sinceMs }) => ({ warning, about: fact.id, sinceMs }))
  }

  test('the same events in any order, with duplicates, give the same warnings', () => {
    fc.assert(
      fc.property(toldTwice(movementStory), ([once, otherwise]) => {
        expect(heartOf(otherwise)).toEqual(heartOf(once))
      }),
    )
  })

  test('what the ledger notices of the event that comes last is what is wrong with it afterwards', () => {
    // Without corrections: the last event may lie between one and its original, and make it wait.
    const custody = movementStory.map(story => story.filter(({ type }) => !type.startsWith('waste.movement.correct')))
    const inOneOrder = toldTwice(custody).map(([once]) => [...new Set(once)])
    fc.assert(
      fc.property(inOneOrder, events => {
        const document = movementOfEvents(events)
        const last = document.facts.find(({ position }) => position === events.length)
        if (last === undefined) throw new Error('the last event is not there')
        const before = { facts: document.facts.filter(fact => fact !== last) }
        const context = { nowMs: last.timeMs, speaker: service, directory: new FoldedDirectory(), codes }
        const afterwards = movementWarnings(document, codes)
          .filter(({ positions }) => positions.includes(last.position))
          .map(found => found.warning.code)
        for (const { code } of noticed(before, last, context)) expect(afterwards).toContain(code)
      }),
      { numRuns: 300 },
    )
  })
})
