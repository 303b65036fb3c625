import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('so many at a time have a turn, and the others get theirs in order of asking', async () => {
  const turns = new Turns(2)
  const began: number[] = []
  for (const number of [1, 2, 3, 4]) void turns.take({ begins: false }).then(() => began.push(number))
  await nextTurn()
  expect(began).toEqual([1, 2])
  turns.leave()
  await nextTurn()
  expect(began).toEqual([1, 2, 3])
})

test('a turn that nobody waits for is kept for the next who asks', async () => {
  const turns = new Turns(1)
  await turns.take({ begins: false })
  turns.leave()
  await turns.take({ begins: false })
})

test('who begins goes before who goes on', async () => {
  const turns = new Turns(1)
  await turns.take({ begins: true })
  const began: string[] = []
  void turns.take({ begins: false }).then(() => began.push('goes on'))
  void turns.take({ begins: true }).then(() => began.push('begins'))
  expect(turns.areWanted).toBe(true)
  turns.leave()
  await nextTurn()
  turns.leave()
  await nextTurn()
  expect(began).toEqual(['begins', 'goes on'])
  expect(turns.areWanted).toBe(false)
})
