import type { Worker } from 'node:worker_threads'
import { thrownInThread } from './thread-failure.ts'

/**
 * Waits until all of these threads have ended. When one fails the others are stopped first, and then it rejects with what that
 * one has thrown: whoever lets go afterwards of what they work on, a lock or a folder, takes it from nobody.
 */
export async function runThreads(threads: readonly Worker[]): Promise<void> {
  try {
    await Promise.all(threads.map(endOf))
  } finally {
    await Promise.all(threads.map(thread => thread.terminate()))
  }
}

function endOf(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('error', error => reject(thrownInThread(error)))
    thread.once('exit', () => resolve())
  })
}
