import { expect, test } from 'vitest'
import { legalParametersAt } from './legal-parameters.ts'
import { limits } from './limits.ts'

test('the first set holds since the first environment law, and for anything before it', () => {
  const first = legalParametersAt(Date.parse(limits.timeMin))
  expect(first.validFromMs).toBe(Date.parse(limits.timeMin))
  expect(legalParametersAt(0)).toBe(first)
})

test('today an event may be recorded 48 h after, a weight may differ by 2 % or 20 kg, and a load be on the way for 72 h', () => {
  expect(legalParametersAt(Date.parse('2026-11-22T00:00:00Z'))).toMatchObject({
    recordedLateHours: 48,
    weightTolerancePercent: 2,
    weightToleranceKg: 20,
    inTransitHours: 72,
  })
})
