import type { ProjectionState } from '@athar/views/projection-state.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ViewsStart } from './views-start.ts'

const about = { version: 1, fold: 'custody' }
const answering: ProjectionState = { ...about, name: 'movements', serving: { store: 'custody-b1-d0', position: 9 } }
const comingBack = building('flows', true)
const fresh = building('alerts', false)

function building(name: string, hasAnswered: boolean): ProjectionState {
  return { ...about, name, building: { store: 'custody-b2-d0', position: 3, goal: 9, hasAnswered } }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a start is over when all that answered before answers again', () => {
  const start = new ViewsStart()
  expect(start.isOver).toBe(false)
  start.take([answering, comingBack])
  expect(start.isOver).toBe(false)
  start.take([answering, { ...answering, name: 'flows' }])
  expect(start.isOver).toBe(true)
})

test('a view that is folded from the beginning is not waited for', () => {
  const start = new ViewsStart()
  start.take([answering, fresh])
  expect(start.isOver).toBe(true)
})

test('nothing is waited for longer than half a minute', () => {
  const start = new ViewsStart()
  start.take([comingBack])
  vi.advanceTimersByTime(30_000)
  expect(start.isOver).toBe(true)
})

test('a start that is over does not begin again', () => {
  const start = new ViewsStart()
  start.take([answering])
  start.take([comingBack])
  expect(start.isOver).toBe(true)
})
