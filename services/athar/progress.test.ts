import { expect, test } from 'vitest'
import { makeProgress } from './progress.ts'

function terminalOf(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

test('nothing is drawn where nobody watches', () => {
  const terminal = terminalOf(false)
  const progress = makeProgress(terminal, { unit: 'events', total: 10 })
  progress.advance(5)
  progress.end()
  expect(terminal.written).toEqual([])
})

test('a terminal sees how far it is, how fast, and how long it still takes', () => {
  const terminal = terminalOf(true)
  let nowMs = 0
  const progress = makeProgress(terminal, { unit: 'events', total: 10_000 }, () => nowMs)
  nowMs = 1_000
  progress.advance(2_500)
  expect(terminal.written.join('')).toContain('25 %  2,500 of 10,000 events  2,500/s  3 s left')
})

test('without a total there is no percentage', () => {
  const terminal = terminalOf(true)
  let nowMs = 0
  const progress = makeProgress(terminal, { unit: 'events' }, () => nowMs)
  nowMs = 2_000
  progress.advance(2_500)
  expect(terminal.written.join('')).toMatch(/2,500 events {2}1,250\/s$/)
})

test('ten lines a second are enough', () => {
  const terminal = terminalOf(true)
  let nowMs = 0
  const progress = makeProgress(terminal, { unit: 'events' }, () => nowMs)
  for (; nowMs < 1_000; nowMs++) progress.advance(1)
  expect(terminal.written).toHaveLength(10)
})
