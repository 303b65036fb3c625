import { expect, test } from 'vitest'
import { connectionsMax } from './connections-max.ts'

const reporting = (soft: unknown) => () => ({ userLimits: { open_files: { soft, hard: 'unlimited' } } })

test.each([
  ['some are kept for files', 1_024, 924],
  ['a few remain, however low the limit is', 64, 16],
  ['there is no bound where the system sets none', 'unlimited', undefined],
])('of the descriptors of a process %s', (_, soft, expected) => {
  expect(connectionsMax(reporting(soft))).toBe(expected)
})

test('there is no bound where the system does not say its limits', () => {
  expect(connectionsMax(() => ({}))).toBeUndefined()
})

test.skipIf(process.platform === 'win32')('this process has limits that can be read', () => {
  expect(process.report.getReport()).toMatchObject({ userLimits: { open_files: { soft: expect.anything() } } })
})
