import { Worker } from 'node:worker_threads'
import { ViewStoreFailure } from '@athar/infra/view-store/port.ts'
import { expect, test } from 'vitest'
import { runThreads } from './run-threads.ts'

function start(name: string): Worker {
  return new Worker(new URL(`./testing/${name}.ts`, import.meta.url))
}

test('a thread that fails takes the others with it, and is told when nobody works any more', async () => {
  const endless = start('endless-thread')
  let hasEnded = false
  endless.once('exit', () => {
    hasEnded = true
  })
  await expect(runThreads([start('failing-thread'), endless])).rejects.toThrow(ViewStoreFailure)
  expect(hasEnded).toBe(true)
})
