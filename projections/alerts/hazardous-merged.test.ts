import { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { oil, plant } from '@athar/events/testing/cast.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { custodyFold } from '../custody/custody-fold.ts'
import type { TreatmentDocument } from '../custody/documents.ts'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { treatmentAlerts } from './stock-alerts.ts'

const codes = new CodeLists()
const custody = [{ name: 'custody', version: 1, fold: custodyFold }]

function alertsAfter(treatment: SubmittedEvent) {
  const document = foldArrived(custody, [treatment]).document('treatment/T-1')
  return treatmentAlerts(document as TreatmentDocument, codes) // it is told of one treatment
}

function kindsAfter(treatment: SubmittedEvent): readonly string[] {
  return alertsAfter(treatment).map(({ kind, event }) => `${kind} at ${event}`)
}

describe('hazardous lots that leave treatment in one output', () => {
  const inputs = [
    { lot: 'L-1', code: oil.code, kg: 500 },
    { lot: 'L-2', code: '130206', kg: 500 },
  ]

  test('with hazardous waste of another code are merged', () => {
    expect(alertsAfter(treated({ inputs }))).toMatchObject([
      { kind: 'hazardous-merged', site: plant.site, cases: [{ codes: '130205, 130206' }], positions: [1] },
    ])
  })

  test('with other waste are merged', () => {
    const mixed = inputs.map((input, index) => (index === 0 ? input : { ...input, code: '170405' }))
    expect(kindsAfter(treated({ inputs: mixed }))).toEqual(['hazardous-merged at treated'])
  })

  test('of one code are grouped, and may be', () => {
    expect(kindsAfter(treated({ inputs: inputs.map(input => ({ ...input, code: oil.code })) }))).toEqual([])
  })

  test('that leave in no output are burnt, and may be', () => {
    expect(kindsAfter(treated({ operation: 'D10', inputs, outputs: undefined }))).toEqual([])
  })
})

describe('lots of which no code says that they are hazardous', () => {
  const inputs = [
    { lot: 'L-1', code: '191212', kg: 500 },
    { lot: 'L-2', code: '150101', kg: 500 },
  ]
  const mixture = { lot: 'L-3', waste: { code: '191212', hazards: ['HP4'] }, kg: 1000 }
  const exchanged = treated({ operation: 'R12', inputs, outputs: [mixture] })

  test('are merged when they leave as one hazardous output of an operation that makes nothing new', () => {
    expect(alertsAfter(exchanged)).toMatchObject([
      { kind: 'hazardous-merged', site: plant.site, cases: [{ codes: '150101, 191212' }] },
    ])
    const byCode = treated({ operation: 'D13', inputs, outputs: [{ ...mixture, waste: { code: '191211' } }] })
    expect(kindsAfter(byCode)).toEqual(['hazardous-merged at treated'])
  })

  test('are not when the output is not hazardous, or all are of one code', () => {
    expect(kindsAfter(treated({ ...exchanged.data, outputs: [{ ...mixture, waste: { code: '191212' } }] }))).toEqual([])
    const ofOneCode = inputs.map(input => ({ ...input, code: '191212' }))
    expect(kindsAfter(treated({ ...exchanged.data, inputs: ofOneCode }))).toEqual([])
  })

  test('may have a hazardous part sorted out of them', () => {
    const outputs = [
      { ...mixture, kg: 50 },
      { lot: 'L-4', waste: { code: '191202' }, kg: 950 },
    ]
    expect(kindsAfter(treated({ ...exchanged.data, outputs }))).toEqual([])
  })

  test('may become hazardous ash', () => {
    const ash = { lot: 'L-3', waste: { code: '190111' }, kg: 100 }
    expect(kindsAfter(treated({ operation: 'D10', inputs, outputs: [ash] }))).toEqual([])
  })
})
