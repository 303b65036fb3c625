import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OpenAnswers } from './open-answers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** All that is asked of a response here is that it closes, and that it can be cut. */
function response() {
  const cut = vi.fn()
  return { cut, response: Object.assign(new EventEmitter(), { destroy: cut }) as unknown as ServerResponse }
}

test('a reader who goes ends an answer without an end', () => {
  const { response: leaving } = response()
  const { gone, stopped } = new OpenAnswers(4).enter(leaving, 'key')
  expect([gone.aborted, stopped.aborted]).toEqual([false, false])
  leaving.emit('close')
  expect([gone.aborted, stopped.aborted]).toEqual([true, true])
})

test('a server that stops ends answers without an end, and those that begin after that', () => {
  const answers = new OpenAnswers(4)
  const before = answers.enter(response().response, 'key')
  answers.stop()
  const after = answers.enter(response().response, 'key')
  expect([before.stopped.aborted, after.stopped.aborted]).toEqual([true, true])
  expect([before.gone.aborted, after.gone.aborted]).toEqual([false, false])
})

test('a server that stops cuts what is not taken in two seconds, and nothing else', () => {
  const answers = new OpenAnswers(4)
  const slow = response()
  const quick = response()
  answers.enter(slow.response, 'key')
  answers.enter(quick.response, 'key')
  answers.stop()
  quick.response.emit('close')
  vi.advanceTimersByTime(1_999)
  expect(slow.cut).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(slow.cut).toHaveBeenCalledOnce()
  expect(quick.cut).not.toHaveBeenCalled()
})
