import { expect, test } from 'vitest'
import { millisecondsOf } from './instant.ts'

test('an instant is what it says, whatever was asked for before', () => {
  const inAlgiers = '2026-11-22T07:41:00+01:00'
  const inUtc = '2026-11-22T06:41:00.000Z'
  expect([inAlgiers, inAlgiers, 'no instant', inUtc, ''].map(millisecondsOf)).toEqual([
    Date.parse(inUtc),
    Date.parse(inUtc),
    Number.NaN,
    Date.parse(inUtc),
    Number.NaN,
  ])
})
