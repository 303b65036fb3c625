import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Outflow } from './outflow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A reader that takes the first bytes, and no more until the test says so. */
function slowReader() {
  let take = () => {}
  const response = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      take = done
    },
  })
  return { response, out: new Outflow(response), take: () => take() }
}

test('a reader that takes nothing for two minutes is cut', async () => {
  const { response, out } = slowReader()
  out.write('bytes')
  const ready = out.ready()
  await vi.advanceTimersByTimeAsync(119_000)
  expect(response.destroyed).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  await ready
  expect(response.destroyed).toBe(true)
})

test('a reader that is slow, and takes what it was sent in time, is served on', async () => {
  const { response, out, take } = slowReader()
  for (let chunk = 0; chunk < 3; chunk++) {
    out.write('bytes')
    const ready = out.ready()
    await vi.advanceTimersByTimeAsync(100_000)
    take()
    await ready
  }
  expect(response.destroyed).toBe(false)
  expect(out.isReady).toBe(true)
})
