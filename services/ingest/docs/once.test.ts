import { expect, test } from 'vitest'
import { once } from './once.ts'

test('what is made is kept, and is the same for all who ask at once', async () => {
  let times = 0
  const count = once(async () => ++times)
  expect(await Promise.all([count(), count()])).toEqual([1, 1])
  expect(await count()).toBe(1)
})

test('what could not be made is tried again', async () => {
  let times = 0
  const asset = once(async () => {
    if (++times === 1) throw new Error('too many open files')
    return 'the page'
  })
  await expect(Promise.all([asset(), asset()])).rejects.toThrow('too many open files')
  expect(times).toBe(1)
  expect(await asset()).toBe('the page')
})
