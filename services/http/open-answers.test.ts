import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { OpenAnswers } from './open-answers.ts'

test('one key has at most half of the answers, and all keys together all of them', () => {
  const answers = new OpenAnswers(4)
  answers.enter(response(), 'greedy')
  expect(answers.limitReached('greedy')).toBeUndefined()
  const second = response()
  answers.enter(second, 'greedy')
  expect(answers.limitReached('greedy')).toBe(2)
  expect(answers.limitReached('modest')).toBeUndefined()
  answers.enter(response(), 'modest')
  answers.enter(response(), 'third')
  expect(answers.limitReached('fourth')).toBe(4)
  second.emit('close')
  expect(answers.limitReached('greedy')).toBeUndefined()
})

test('an answer that is alone may be open', () => {
  expect(new OpenAnswers(1).limitReached('only')).toBeUndefined()
})

/** All that is asked of a response here is that it closes. */
function response(): ServerResponse {
  return new EventEmitter() as ServerResponse
}
