import { expect, test } from 'vitest'
import { release, releaseBytes } from './release.ts'

test('memory is given back at once, and a second time does no harm', () => {
  const memory = new ArrayBuffer(1024)
  release(memory)
  expect(memory.detached).toBe(true)
  expect(() => release(memory)).not.toThrow()
})

test('bytes that have their memory to themselves give it back', () => {
  const body = Buffer.concat([Buffer.alloc(Buffer.poolSize), Buffer.alloc(1)])
  releaseBytes(body)
  expect(body).toHaveLength(0)
})

test('bytes that share their memory keep it, and so do the others in it', () => {
  const [one, other] = [Buffer.from('one'), Buffer.from('other')]
  const whole = Buffer.alloc(4 * Buffer.poolSize, 'x')
  const part = whole.subarray(Buffer.poolSize)
  for (const bytes of [one, part]) releaseBytes(bytes)
  expect([one, other, part[0]].map(String)).toEqual(['one', 'other', String('x'.charCodeAt(0))])
})
