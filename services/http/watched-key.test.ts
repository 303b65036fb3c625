import type { KeyRecord } from '@athar/infra/key-store/port.ts'
import type { FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchKey } from './authentication.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const known: KeyRecord = { id: 'key-1', role: 'service', createdAtMs: 0 }
const request = { headers: { authorization: 'Bearer token' } } as FastifyRequest // no more of it is looked at

function watched(authenticate: () => KeyRecord | undefined) {
  const onClosed = vi.fn()
  return { onClosed, leave: watchKey(request, { authenticate }, onClosed) }
}

test('the end of a key is told within a second, and told once', () => {
  let record: KeyRecord | undefined = known
  const { onClosed } = watched(() => record)
  vi.advanceTimersByTime(5_000)
  expect(onClosed).not.toHaveBeenCalled()
  record = undefined
  vi.advanceTimersByTime(1_000)
  expect(onClosed).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(5_000)
  expect(onClosed).toHaveBeenCalledOnce()
})

test('keys that cannot be read open nothing', () => {
  const { onClosed } = watched(() => {
    throw new Error('the disk has gone')
  })
  vi.advanceTimersByTime(1_000)
  expect(onClosed).toHaveBeenCalledOnce()
})

test('once the answer is over nothing is told any more', () => {
  const { onClosed, leave } = watched(() => undefined)
  leave()
  vi.advanceTimersByTime(5_000)
  expect(onClosed).not.toHaveBeenCalled()
})
