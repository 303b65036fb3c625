import { expect, test } from 'vitest'
import { RecurringTroubles } from './recurring-troubles.ts'

const full = 'custody could not be moved on: the disk is full'
const locked = 'registers could not be moved on: it is locked'

test('what goes wrong again and again is told once, beside other things that do', () => {
  const troubles = new RecurringTroubles()
  expect(troubles.note(full, 0)).toBe(true)
  expect(troubles.note(locked, 100)).toBe(true)
  expect(troubles.note(full, 2_000)).toBe(false)
  expect(troubles.note(locked, 2_100)).toBe(false)
  expect(troubles.forget(4_000)).toBe(false)
  expect(troubles.all).toEqual([full, locked])
})

test('what has not come again for a while is over, and new when it comes once more', () => {
  const troubles = new RecurringTroubles()
  troubles.note(full, 0)
  troubles.note(locked, 0)
  troubles.note(locked, 9_000)
  expect(troubles.forget(12_000)).toBe(true)
  expect(troubles.all).toEqual([locked])
  expect(troubles.note(full, 13_000)).toBe(true)
})
