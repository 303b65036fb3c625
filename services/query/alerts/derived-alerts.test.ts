import { carrier, oil, otherPlant, plant, steel } from '@athar/events/testing/cast.ts'
import { permitGranted, permitWithdrawn, registeredSites } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { alertsIn, given } from './testing/served-alerts.ts'

/** Noon of a day of November. */
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T12:00:00+01:00`
const utc = (time: string) => new Date(time).toISOString()

const oilDeclared = declared({ waste: oil, acceptanceCertificate: 'CAP-1' })

describe('a stock below zero', () => {
  const left = stockAdjusted({ kg: -300 }, { id: 'less' })

  test('is told since it is, with the events since', async () => {
    const reads = await given([
      lotProduced({ kg: 200 }),
      stockAdjusted({ kg: -200 }, { id: 'all', time: clock('10:00') }),
      { ...left, time: clock('10:30') },
      stockAdjusted({ kg: 50 }, { id: 'more', time: clock('10:40') }),
    ])
    expect(await alertsIn(reads, '?kind=negative-stock')).toMatchObject([
      {
        id: 'negative-stock/S-PLANT/170405',
        site: plant.site,
        code: steel.code,
        account: 'stock/S-PLANT/170405',
        since: '2026-11-22T09:30:00.000Z',
        detail: 'S-PLANT has -250 kg of 170405 in the books: more has left than came in',
        positions: [3],
      },
    ])
    expect(await alertsIn(reads, `?kind=negative-stock&site=${otherPlant.site}`)).toEqual([])
  })

  test('is below zero since the time at which it fell, not since what was recorded last', async () => {
    const reads = await given([
      lotProduced({ kg: 100 }, { time: day(1) }),
      stockAdjusted({ kg: -60 }, { id: 'fifth', time: day(5) }),
      stockAdjusted({ kg: -60 }, { id: 'third', time: day(3) }), // on the fourth there are 40 kg, all the same
    ])
    expect(await alertsIn(reads, '?kind=negative-stock')).toMatchObject([{ since: utc(day(5)), positions: [2] }])
  })

  test('is so since the last time, when it had recovered in between', async () => {
    const reads = await given([
      stockAdjusted({ kg: -70 }, { id: 'sixth', time: day(6) }),
      stockAdjusted({ kg: -10 }, { id: 'seventh', time: day(7) }),
      stockAdjusted({ kg: 60 }, { id: 'fourth', time: day(4) }),
      stockAdjusted({ kg: -50 }, { id: 'second', time: day(2) }),
    ])
    expect(await alertsIn(reads, '?kind=negative-stock')).toMatchObject([{ since: utc(day(6)), positions: [1] }])
  })

  test('is proved by all that happened at the moment at which it fell', async () => {
    const reads = await given([
      lotProduced({ kg: 100 }, { time: day(1) }),
      stockAdjusted({ kg: 20 }, { id: 'more', time: day(5) }),
      stockAdjusted({ kg: -60 }, { id: 'third', time: day(3) }),
      stockAdjusted({ kg: -80 }, { id: 'less', time: day(5) }),
    ])
    expect(await alertsIn(reads, '?kind=negative-stock')).toMatchObject([{ since: utc(day(5)), positions: [2, 4] }])
  })

  test('that falls within the minutes that a clock may be ahead is below zero since then', async () => {
    const ahead = '2026-11-22T20:03:00.000Z'
    const reads = await given([stockAdjusted({ kg: -5 }, { time: ahead })])
    expect(await alertsIn(reads, '?kind=negative-stock')).toMatchObject([{ open: true, since: ahead }])
  })

  test('is found by wilaya', async () => {
    const reads = await given([...registeredSites, left])
    expect(await alertsIn(reads, '?kind=negative-stock&wilaya=16')).toHaveLength(1)
    expect(await alertsIn(reads, '?kind=negative-stock&wilaya=31')).toEqual([])
  })
})

describe('a site that holds more than its permits allow', () => {
  const allowed = (capacityKg: number, id: string) =>
    permitGranted({ holder: { site: plant.site }, kind: 'treatment', wastes: ['17'], capacityKg }, { id, subject: id })
  const held = [
    lotProduced({ kg: 900 }),
    lotProduced({ kg: 200 }, { subject: 'L-2', id: 'second', time: clock('09:30') }),
  ]

  test('is told since it does', async () => {
    const reads = await given([allowed(1000, 'P-1'), ...held])
    expect(await alertsIn(reads, '?kind=over-capacity')).toMatchObject([
      {
        site: plant.site,
        since: '2026-11-22T08:30:00.000Z',
        detail: 'S-PLANT holds 1100 kg; its permits allow 1000 kg',
        positions: [3],
      },
    ])
  })

  test('by all of its permits together, once', async () => {
    expect(
      await alertsIn(await given([allowed(600, 'P-1'), allowed(500, 'P-2'), ...held]), '?kind=over-capacity'),
    ).toEqual([])
    const reads = await given([allowed(600, 'P-1'), allowed(499, 'P-2'), ...held])
    expect(await alertsIn(reads, '?kind=over-capacity')).toHaveLength(1)
    expect(await alertsIn(reads, `?kind=over-capacity&site=${plant.site}`)).toHaveLength(1)
  })

  test('is told since the time at which it came to hold more, not since what was recorded last', async () => {
    const reads = await given([
      allowed(100, 'P-1'),
      lotProduced({ kg: 40 }, { time: day(2) }),
      stockAdjusted({ kg: 40 }, { id: 'sixth', time: day(6) }),
      stockAdjusted({ kg: 40 }, { id: 'fourth', time: day(4) }), // on the fifth it holds 80 kg, all the same
    ])
    expect(await alertsIn(reads, '?kind=over-capacity')).toMatchObject([{ since: utc(day(6)), positions: [3] }])
  })

  const permit = (capacityKg: number, id: string, validFrom: string, validTo = '2027-12-31') =>
    permitGranted(
      { holder: { site: plant.site }, kind: 'treatment', wastes: ['17'], capacityKg, validFrom, validTo },
      { id, subject: id },
    )
  const produced = lotProduced({ kg: 100 }, { time: day(2) })

  test('is told since the day, in Algiers, from which a permit allows no more', async () => {
    const reads = await given([produced, permit(50, 'P-1', '2026-11-10')])
    expect(await alertsIn(reads, '?kind=over-capacity')).toMatchObject([
      { since: '2026-11-09T23:00:00.000Z', positions: [2] },
    ])
  })

  test('is told since the day on which one of its permits ran out', async () => {
    const reads = await given([
      permit(50, 'P-1', '2026-01-01'),
      permit(60, 'P-2', '2026-01-01', '2026-11-10'),
      produced,
    ])
    expect(await alertsIn(reads, '?kind=over-capacity')).toMatchObject([
      { since: '2026-11-10T23:00:00.000Z', positions: [2] },
    ])
  })

  test('is told since one of its permits was withdrawn, and not before that took effect', async () => {
    const events = [permit(50, 'P-1', '2026-01-01'), permit(60, 'P-2', '2026-01-01'), produced]
    const withdrawn = { ...permitWithdrawn(day(12)), subject: 'P-2' }
    expect(await alertsIn(await given([...events, withdrawn]), '?kind=over-capacity')).toMatchObject([
      { since: utc(day(12)), positions: [4] },
    ])
    const later = { ...permitWithdrawn(day(25)), subject: 'P-2' }
    expect(await alertsIn(await given([...events, later]), '?kind=over-capacity')).toEqual([])
  })

  test('is told since it did, when the permit was renewed meanwhile and allows as little', async () => {
    const reads = await given([
      produced,
      permit(50, 'P-1', '2026-01-01', '2026-11-10'),
      permit(50, 'P-2', '2026-11-11'),
    ])
    expect(await alertsIn(reads, '?kind=over-capacity')).toMatchObject([{ since: utc(day(2)), positions: [1] }])
  })

  test('is told since the next permit began, when for some days none said how much', async () => {
    const reads = await given([
      produced,
      permit(50, 'P-1', '2026-01-01', '2026-11-10'),
      permit(50, 'P-2', '2026-11-15'),
    ])
    expect(await alertsIn(reads, '?kind=over-capacity')).toMatchObject([
      { since: '2026-11-14T23:00:00.000Z', positions: [3] },
    ])
  })
})

describe('permits', () => {
  const carried = [oilDeclared, pickedUp()]

  test('a carrier of hazardous waste without one is told once, however often it carried', async () => {
    const again = [oilDeclared, pickedUp()].map(event => ({ ...event, subject: 'MV-2', time: clock('11:00') }))
    expect(await alertsIn(await given([...carried, ...again]))).toEqual([
      {
        id: 'permit-missing/organisation/C-FIRST/transport/130205',
        kind: 'permit-missing',
        label: 'no permit',
        open: true,
        holder: carrier,
        code: oil.code,
        since: '2026-11-22T08:00:00.000Z',
        detail: 'C-FIRST has no transport permit for 130205',
        count: 2,
        rule: { name: 'permit-missing', version: '2026-1' },
        positions: [2, 4],
      },
    ])
  })

  test('whenever it was granted, it counts from its first day', async () => {
    expect(await alertsIn(await given([...carried, permitGranted()]))).toEqual([])
    const reads = await given([...carried, permitGranted({ validTo: '2026-11-21' })])
    expect(await alertsIn(reads)).toMatchObject([
      {
        kind: 'permit-expired',
        detail: 'permit P-1 of C-FIRST for 130205 was not in force: valid to 2026-11-21',
        count: 1,
      },
    ])
    expect(await alertsIn(reads, '?kind=permit-missing')).toEqual([])
  })

  test('what was carried before it was withdrawn is in order', async () => {
    const later = [oilDeclared, pickedUp()].map(event => ({ ...event, subject: 'MV-2', time: clock('11:00') }))
    const reads = await given([...carried, ...later, permitGranted(), permitWithdrawn(clock('10:00'))])
    expect(await alertsIn(reads)).toMatchObject([{ kind: 'permit-expired', count: 1, positions: [4] }])
  })

  test('a site that lets hazardous waste in may do so by the permit of its organisation', async () => {
    const events = [...registeredSites, permitGranted(), oilDeclared, pickedUp(), received()]
    expect(await alertsIn(await given(events), `?site=${plant.site}`)).toMatchObject([
      { kind: 'permit-missing', site: plant.site, holder: plant.site },
    ])
    const ofOperator = permitGranted(
      { holder: { organisation: plant.organisation }, kind: 'treatment' },
      { id: 'g2', subject: 'P-2' },
    )
    expect(await alertsIn(await given([...events, ofOperator]))).toEqual([])
  })

  test('a treatment needs one for its code and its operation', async () => {
    const permit = permitGranted({
      holder: { site: plant.site },
      kind: 'treatment',
      wastes: ['17'],
      operations: ['R4'],
    })
    const made = lotProduced({ kg: 1000 })
    expect(await alertsIn(await given([made, treated(), permit]))).toEqual([])
    const reads = await given([made, treated({ operation: 'R5' }), permit])
    expect(await alertsIn(reads)).toMatchObject([
      {
        id: 'treated-without-permit/site/S-PLANT/170405/R5',
        site: plant.site,
        code: steel.code,
        operation: 'R5',
        detail: 'S-PLANT treated 170405 by R5 with no permit in force for it',
        positions: [2],
      },
    ])
    expect(await alertsIn(reads, `?site=${otherPlant.site}`)).toEqual([])
  })
})
