import { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { oil, otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  approved,
  corrected,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustodyDocument } from '../custody/documents.ts'
import { timeKey } from '../sort-keys.ts'
import { smallWorld } from '../testing/arbitrary-world.ts'
import { arrived, type Recording } from '../testing/arrived.ts'
import { fold } from '../testing/fold-in-memory.ts'
import { alertDetail } from './alert-kinds.ts'
import { alertAt, alertIndex, alertsProjectionWith, documentAlerts } from './alerts-projection.ts'
import { useName } from './asked-permits.ts'
import { alertInSort, siteInSort, sortOf } from './document-alert.ts'

const codes = new CodeLists()
const projection = alertsProjectionWith(codes)

function viewsOf(events: readonly SubmittedEvent[], recording?: Recording) {
  return fold([projection], arrived(events, recording))
}

/** All alerts of all documents, those that are to come among them. Each of them is found by its place too. */
function alertsAfter(...events: readonly SubmittedEvent[]) {
  return documentsOf(viewsOf(events)).flatMap(([, document]) => {
    const alerts = documentAlerts(document, codes)
    expect(alerts.map(alert => alertAt(sortOf(alert), document, codes))).toEqual(alerts)
    return alerts
  })
}

function documentsOf(views: ReturnType<typeof viewsOf>): readonly (readonly [key: string, CustodyDocument])[] {
  return [...views.documents()] as [string, CustodyDocument][] // the fold of custody sets nothing else
}

function kindsAfter(...events: readonly SubmittedEvent[]): readonly string[] {
  return alertsAfter(...events).map(({ kind, event }) => `${kind} at ${event}`)
}

const laterMs = (time: string, hours: number) => Date.parse(time) + hours * 3_600_000

describe('an ordinary movement', () => {
  test('leaves nothing in any index', () => {
    expect(viewsOf([declared(), pickedUp(), handedOver(), received()]).indexes()).toEqual([])
  })

  test('asks for permits when it is hazardous: of the carrier, and of the site it goes in at', () => {
    const events = [declared({ waste: oil, acceptanceCertificate: 'CAP-1' }), pickedUp(), received()]
    const carried = useName({ holder: { organisation: 'C-FIRST' }, kind: 'transport', code: oil.code })
    const letIn = useName({ holder: { site: plant.site }, kind: 'treatment', code: oil.code })
    expect(viewsOf(events).indexes()).toEqual([carried, letIn])
    expect([...viewsOf(events).tallies()]).toEqual([
      [carried, 1],
      [letIn, 1],
    ])
    expect(viewsOf(events).entries(carried)).toEqual([
      { sort: `${timeKey(Date.parse(pickedUp().time))}/0`, key: 'movement/MV-1' },
    ])
  })
})

describe('a load on the way', () => {
  test('is due at a gate 72 h after its pick-up', () => {
    expect(alertsAfter(declared(), pickedUp())).toMatchObject([
      {
        kind: 'in-transit-too-long',
        sinceMs: laterMs(pickedUp().time, 72),
        site: producer.site,
        positions: [2],
        rules: '2026-1',
      },
    ])
  })

  test('is there when it is received, whichever comes first', () => {
    expect(kindsAfter(declared(), pickedUp(), received())).toEqual([])
    expect(kindsAfter(received(), pickedUp(), declared())).toEqual([])
  })

  test('is waited for since its hand-over when nobody has told of the pick-up', () => {
    expect(kindsAfter(declared(), handedOver())).toEqual([
      'pickup-missing at handed-over',
      'in-transit-too-long at handed-over',
    ])
  })

  test('is not waited for when all of it was lost: that is told instead, since the last of it was', () => {
    const last = incident({ kind: 'fire', lostKg: 600 }, { id: 'rest', time: clock('11:30') })
    expect(alertsAfter(declared(), last, pickedUp(), incident({ kind: 'spill', lostKg: 400 }))).toMatchObject([
      {
        kind: 'load-lost',
        event: 'rest',
        sinceMs: Date.parse(last.time),
        site: producer.site,
        cases: [{ kg: 1000, lost: 1000 }],
        positions: [2, 3, 4],
      },
    ])
    expect(kindsAfter(declared(), pickedUp(), incident({ kind: 'spill', lostKg: 999 }))).toEqual([
      'in-transit-too-long at picked-up',
    ])
  })

  test('is received when a gate has found it all the same', () => {
    const lost = incident({ kind: 'theft', lostKg: 1000 })
    expect(kindsAfter(declared(), pickedUp(), lost, received())).toEqual([])
  })
})

describe('a refused load', () => {
  const history = [declared(), pickedUp(), turnedAway()]

  test('must be redirected, since it was refused', () => {
    expect(alertsAfter(...history)).toMatchObject([
      { kind: 'refused-not-redirected', sinceMs: Date.parse(turnedAway().time), site: plant.site, positions: [3] },
    ])
  })

  test('is on the way again when it is redirected', () => {
    expect(alertsAfter(...history, redirected())).toMatchObject([
      { kind: 'in-transit-too-long', event: 'redirected', sinceMs: laterMs(redirected().time, 72) },
    ])
  })

  test('has arrived when it is received elsewhere', () => {
    const elsewhere = received({ site: otherPlant.site, leg: 2 }, { id: 'second', time: clock('13:00') })
    expect(kindsAfter(...history, redirected(), elsewhere)).toEqual([])
  })

  test('is still waited for when as much was lost before that gate', () => {
    const spill = incident({ lostKg: 600 })
    const rest = turnedAway({ netKg: 400, refusedKg: 400 })
    expect(kindsAfter(declared(), pickedUp(), spill, rest, redirected())).toContain('in-transit-too-long at redirected')
    expect(kindsAfter(declared(), pickedUp(), spill, rest)).toContain('refused-not-redirected at turned-away')
  })

  test('is lost when all of it was lost after that gate', () => {
    const fire = incident({ kind: 'fire', lostKg: 1000 }, { time: clock('18:00') })
    expect(kindsAfter(...history, fire)).toEqual(['load-lost at incident'])
    expect(kindsAfter(...history, redirected(), fire)).toEqual(['load-lost at incident'])
  })

  test('must be redirected in the part that was refused', () => {
    const reason = { code: 'site-full' } as const
    const partly = received({ outcome: 'partly-accepted', acceptedKg: 400, refusedKg: 600, reason })
    expect(alertsAfter(declared(), pickedUp(), partly)).toMatchObject([{ cases: [{ site: plant.site, kg: 600 }] }])
  })
})

describe('a correction that waits', () => {
  const mended = corrected(declared(), { kg: 1001 })
  const history = [declared(), pickedUp(), received(), mended]

  test('for a party that acted in between', () => {
    expect(alertsAfter(...history)).toMatchObject([
      {
        kind: 'correction-waiting',
        sinceMs: Date.parse(mended.time),
        site: plant.site,
        cases: [{ original: 'declared' }],
        positions: [1, 4],
      },
    ])
  })

  test('names who is to answer in the language of the reader', () => {
    const [alert] = alertsAfter(...history)
    const inFrench = alert?.cases.map(values => alertDetail(alert.kind, values, 'fr'))
    expect(inFrench).toEqual([
      'la correction de l’événement declared attend une réponse : transporteur C-FIRST, site S-PLANT',
    ])
  })

  test('until it is answered', () => {
    expect(kindsAfter(...history, approved(mended, { site: plant.site }))).toEqual([])
  })
})

describe('treatments and lots', () => {
  test('are late and of unknown codes too, once for an event', () => {
    const inputs = ['999999', '999998'].map(code => ({ lot: `L-${code}`, code, kg: 500 }))
    expect(alertsAfter(treated({ inputs }))).toMatchObject([
      { kind: 'code-unknown', event: 'treated', cases: [{ code: '999999' }, { code: '999998' }], site: plant.site },
    ])
    const recordedAt = () => '2026-11-26T00:00:00Z'
    const views = viewsOf([lotProduced(), stockAdjusted({ code: '999999' })], { recordedAt })
    const document = views.document('lot/L-1') as CustodyDocument
    expect(documentAlerts(document, codes).map(({ kind, event }) => `${kind} at ${event}`)).toEqual([
      'recorded-late at produced',
      'recorded-late at adjusted',
      'code-unknown at adjusted',
    ])
  })

  test('a treatment asks for a permit for each code and its operation, whatever the waste', () => {
    const inputs = ['170405', oil.code, oil.code].map((code, index) => ({ lot: `L-${index}`, code, kg: 500 }))
    expect([...viewsOf([treated({ inputs, outputs: undefined })]).tallies()]).toEqual([
      ['alerts:treated/site/S-PLANT/130205/R4', 1],
      ['alerts:treated/site/S-PLANT/170405/R4', 1],
    ])
  })
})

describe('indexes', () => {
  test('by kind and by site, in order of since', () => {
    const views = viewsOf([
      received(),
      received({ site: otherPlant.site }, { subject: 'MV-2', id: 'elsewhere', time: clock('11:00') }),
    ])
    const inOrder = views.entries(alertIndex.ofKind('pickup-missing'))
    expect(inOrder.map(({ sort, key }) => [siteInSort(sort), key])).toEqual([
      [otherPlant.site, 'movement/MV-2'],
      [plant.site, 'movement/MV-1'],
    ])
    expect(views.entries(alertIndex.atSite('pickup-missing', plant.site))).toEqual([inOrder[1]])
  })

  test('loads on the way are found by kind only', () => {
    expect(viewsOf([declared(), pickedUp()]).indexes()).toEqual([alertIndex.ofKind('in-transit-too-long')])
  })
})

test('the same events in any order, with duplicates, give the same entries and sums', () => {
  // Recorded at the same moment: what is late depends on that, and on nothing else.
  const recording = { recordedAt: () => '2026-11-25T00:00:00Z' }
  fc.assert(
    fc.property(toldTwice(smallWorld), ([once, otherwise]) => {
      const [one, other] = [viewsOf(once, recording), viewsOf(otherwise, recording)]
      expect(other.indexes()).toEqual(one.indexes())
      for (const index of one.indexes()) expect(other.entries(index)).toEqual(one.entries(index))
      expect(other.tallies()).toEqual(one.tallies())
    }),
    { numRuns: 60 },
  )
})

describe('an alert that is asked for by its place', () => {
  test('is the one that follows from the document, or none when it does not any more', () => {
    const recording = { recordedAt: () => '2026-11-25T00:00:00Z' } // some of them late
    fc.assert(
      fc.property(smallWorld, fc.nat(20), (events, known) => {
        const before = viewsOf(events.slice(0, known), recording)
        for (const [key, document] of documentsOf(viewsOf(events, recording))) {
          const alerts = documentAlerts(document, codes)
          const earlier = before.document(key) as CustodyDocument | undefined
          const places = [...alerts, ...(earlier ? documentAlerts(earlier, codes) : [])].map(sortOf)
          for (const place of places)
            expect(alertAt(place, document, codes)).toEqual(alerts.find(alert => sortOf(alert) === place))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('is found whatever its event and its site are called', () => {
    const named = { kind: 'pickup-missing', event: 'a/b//c', sinceMs: 5, cases: [], positions: [], rules: '' } as const
    for (const site of ['S-1', undefined])
      expect(alertInSort(sortOf({ ...named, site }))).toEqual({ kind: 'pickup-missing', event: 'a/b//c' })
  })
})

test('no entry is there twice, and every entry of a kind is that of an alert', () => {
  fc.assert(
    fc.property(smallWorld, events => {
      const views = viewsOf(events)
      for (const index of views.indexes()) {
        const places = views.entries(index).map(({ sort, key }) => `${sort} ${key}`)
        expect(new Set(places).size, index).toBe(places.length)
      }
      const inKinds = views.indexes().filter(index => index.startsWith('alerts:kind/'))
      const listed = inKinds.reduce((sum, index) => sum + views.entries(index).length, 0)
      expect(listed).toBe(alertsAfter(...events).length)
    }),
    { numRuns: 60 },
  )
})
