import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { gramsOf } from '@athar/events/mass.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import type { TreatmentPayloads } from '@athar/events/treatment/schema.ts'
import { beforeAll, expect, test } from 'vitest'
import { dayMs } from '../algiers-time.ts'
import { simulate } from '../simulate.ts'
import { world } from '../world.ts'

type Declaration = MovementPayloads['waste.movement.declared']
type Receipt = MovementPayloads['waste.movement.received']
type Treatment = TreatmentPayloads['waste.treatment.performed']

let events: readonly SubmittedEvent[] = []

beforeAll(() => {
  events = [...simulate(world({ seed: 5, start: '2026-11-20', retryShare: 0 }), { movements: 8000 })]
})

/** The payloads of a type; the simulator’s tests validate each of them against its schema. */
function told<Data>(type: string): { readonly subject: string; readonly timeMs: number; readonly data: Data }[] {
  return events
    .filter(event => event.type === type)
    .map(event => ({ subject: event.subject, timeMs: Date.parse(event.time), data: event.data as Data }))
}

test('loads weigh what such loads weigh', () => {
  const bounds: Readonly<Record<string, readonly [number, number]>> = {
    200301: [7_000, 23_000],
    130205: [300, 10_500],
    180103: [40, 900],
  }
  for (const { data } of told<Declaration>('waste.movement.declared')) {
    const [low, high] = (data.lots === undefined && bounds[data.waste.code]) || [0, 50_000]
    expect(data.kg, data.waste.code).toBeGreaterThanOrEqual(low)
    expect(data.kg, data.waste.code).toBeLessThanOrEqual(high)
  }
})

test('what a treatment takes is what a receipt has put there', () => {
  const counted = new Set(
    [...told('waste.stock.adjusted'), ...told('waste.movement.corrected')].map(each => each.subject),
  )
  const accepted = new Map<string, number>()
  for (const { subject, data } of told<Receipt>('waste.movement.received'))
    accepted.set(data.lot ?? subject, gramsOf(data.acceptedKg))
  let compared = 0
  for (const { lot, kg } of told<Treatment>('waste.treatment.performed').flatMap(({ data }) => data.inputs)) {
    const put = accepted.get(lot)
    if (put === undefined || counted.has(lot) || counted.has(lot.slice(0, 'MV-2026-000123'.length))) continue
    expect(gramsOf(kg), lot).toBe(put)
    compared++
  }
  expect(compared).toBeGreaterThan(5000)
})

test('no lot is treated twice', () => {
  const treated = told<Treatment>('waste.treatment.performed').flatMap(({ data }) =>
    data.inputs.map(input => input.lot),
  )
  expect(new Set(treated).size).toBe(treated.length)
})

test('what leaves of a lot is no more than what came out of its treatment', () => {
  const left = new Map<string, number>()
  for (const { data } of told<Treatment>('waste.treatment.performed'))
    for (const { lot, kg } of data.outputs ?? []) left.set(lot, gramsOf(kg))
  let taken = 0
  for (const { lot, kg } of told<Declaration>('waste.movement.declared').flatMap(({ data }) => data.lots ?? [])) {
    const made = left.get(lot)
    if (made === undefined) continue
    left.set(lot, made - gramsOf(kg))
    taken++
  }
  expect(taken).toBeGreaterThan(20)
  expect(Math.min(...left.values())).toBeGreaterThanOrEqual(0)
})

test('a movement takes from a few hours to three days', () => {
  const declaredMs = new Map(told('waste.movement.declared').map(({ subject, timeMs }) => [subject, timeMs]))
  const lastMs = new Map(told('waste.movement.received').map(({ subject, timeMs }) => [subject, timeMs]))
  const days = [...lastMs].map(([subject, timeMs]) => (timeMs - (declaredMs.get(subject) ?? Number.NaN)) / dayMs)
  // A gate whose clock is a day behind is no measure.
  const usual = days.filter(each => each >= 0.2)
  expect(Math.max(...usual)).toBeLessThan(3)
  expect(usual.length / days.length).toBeGreaterThan(0.97)
})

test('some lots come from more than a hundred others', () => {
  expect(groupings().some(lots => lots > 100)).toBe(true)
})

/** How many lots each grouping took, as it comes about. A busier country groups more in a short time. */
function* groupings(): Generator<number> {
  for (const event of simulate(world({ seed: 5, start: '2026-11-20', movementsPerDay: 10_000 }), { days: 12 })) {
    if (event.type !== 'waste.treatment.performed') continue
    const { inputs, outputs } = event.data as Treatment
    if (outputs !== undefined) yield inputs.length
  }
}
