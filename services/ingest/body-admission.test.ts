import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { BodyAdmission } from './body-admission.ts'

const mebibyte = 1024 * 1024

/** A request that announces so many bytes, and its response, which ends when the test says so. */
function announcing(bytes: number | undefined) {
  const headers = bytes === undefined ? {} : { 'content-length': String(bytes) }
  const response = new EventEmitter()
  return {
    request: { headers } as IncomingMessage, // admission looks at nothing else
    response: response as ServerResponse, // nor here than at its end
    end: () => response.emit('close'),
  }
}

function enters(admission: BodyAdmission, key: string, { request, response }: ReturnType<typeof announcing>): boolean {
  return admission.enter(request, response, key)
}

test('bodies are let in while there is room, and make room when they are answered', () => {
  const admission = new BodyAdmission(10 * mebibyte)
  const first = announcing(4 * mebibyte)
  expect(enters(admission, 'one', first)).toBe(true)
  expect(enters(admission, 'two', announcing(4 * mebibyte))).toBe(true)
  expect(enters(admission, 'three', announcing(4 * mebibyte))).toBe(false)
  first.end()
  expect(enters(admission, 'three', announcing(4 * mebibyte))).toBe(true)
})

test('a body of unknown length counts as the longest', () => {
  const admission = new BodyAdmission(64 * mebibyte)
  expect(enters(admission, 'one', announcing(undefined))).toBe(true)
  expect(admission.bytes).toBe(8 * mebibyte)
})

test('one key has at most half of the room, whatever it announces and does not send', () => {
  const admission = new BodyAdmission(64 * mebibyte)
  const entered = Array.from({ length: 8 }, () => enters(admission, 'greedy', announcing(8 * mebibyte)))
  expect(entered.filter(Boolean)).toHaveLength(4)
  expect(enters(admission, 'other', announcing(8 * mebibyte))).toBe(true)
})

test('nothing is left of keys whose requests are over', () => {
  const admission = new BodyAdmission(64 * mebibyte)
  const requests = Array.from({ length: 5 }, () => announcing(1_000))
  for (const each of requests) enters(admission, 'one', each)
  for (const { end } of requests) end()
  expect(admission.bytes).toBe(0)
})
