import { getEventListeners } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Growth } from './growth.ts'

test('everybody who waits is woken by an announcement', async () => {
  const growth = new Growth()
  const { signal } = new AbortController()
  const waits = [growth.next(signal), growth.next(signal)]
  growth.announce()
  await Promise.all(waits)
})

test('a wait ends when it is aborted, before or while it waits', async () => {
  const growth = new Growth()
  const stop = new AbortController()
  const wait = growth.next(stop.signal)
  stop.abort()
  await wait
  await growth.next(stop.signal)
})

test('a wait ends by itself after the time that it was given', async () => {
  await new Growth().next(new AbortController().signal, 1)
})

test('a wait leaves no listener behind', async () => {
  const growth = new Growth()
  const { signal } = new AbortController()
  for (let count = 0; count < 100; count++) {
    const wait = growth.next(signal)
    growth.announce()
    await wait
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})

test('a wait leaves no timer behind', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const growth = new Growth()
  const wait = growth.next(new AbortController().signal, 1_000)
  growth.announce()
  await wait
  expect(vi.getTimerCount()).toBe(0)
})
