import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { LogFailure } from '@athar/infra/event-log/port.ts'
import { KeyStoreFailure } from '@athar/infra/key-store/port.ts'
import { UnusableView, ViewStoreFailure } from '@athar/infra/view-store/port.ts'
import { expect, test } from 'vitest'
import { exitCodes } from './exit-codes.ts'
import { CommandFailure, describeFailure, exitCodeOf } from './failure.ts'
import { thrownInThread } from './thread-failure.ts'

test.each([
  ['a wrong flag', new CommandFailure(exitCodes.usage, ''), exitCodes.usage],
  ['a failed sync', new LogFailure('sync-failed', ''), exitCodes.ioError],
  ['a full disk', Object.assign(new Error(), { code: 'ENOSPC' }), exitCodes.ioError],
  ['locked keys', new KeyStoreFailure('locked', ''), exitCodes.unavailable],
  ['a full disk under the views', new ViewStoreFailure('disk-full', ''), exitCodes.ioError],
  ['a view that was removed', new UnusableView('missing', ''), exitCodes.unavailable],
  ['a damaged view', new UnusableView('damaged', ''), exitCodes.dataDamaged],
  ['damaged keys', new KeyStoreFailure('damaged', ''), exitCodes.dataDamaged],
  ['a port in use', Object.assign(new Error(), { code: 'EADDRINUSE' }), exitCodes.unavailable],
  ['missing rights', Object.assign(new Error(), { code: 'EACCES' }), exitCodes.notPermitted],
  ['a bug', new TypeError(), exitCodes.internal],
  ['what is no error', 'text', exitCodes.internal],
])('%s has its exit code', (_, thrown, exitCode) => {
  expect(exitCodeOf(thrown)).toBe(exitCode)
})

test('a full disk is no bug either when a thread has found it full', async () => {
  const thread = new Worker(new URL('./testing/failing-thread.ts', import.meta.url))
  const thrown = thrownInThread((await once(thread, 'error'))[0])
  expect(exitCodeOf(thrown)).toBe(exitCodes.ioError)
  expect(describeFailure(thrown)).toMatch(/^views\/custody-b1-d0\.sqlite: the disk is full; make room$/)
})

test('a view that a thread finds gone is no bug either', () => {
  // What structured cloning, by which it crosses over, leaves of it.
  const crossed = structuredClone(new UnusableView('missing', 'there is no views/custody-b1-d0.sqlite'))
  const named = Object.assign(crossed, { name: 'UnusableView', reason: 'missing' })
  expect(exitCodeOf(thrownInThread(named))).toBe(exitCodes.unavailable)
})

test('a bug shows its stack, for the report; a failure shows words only', () => {
  expect(describeFailure(new TypeError('x is undefined'))).toContain('failure.test.ts')
  expect(describeFailure(new LogFailure('disk-full', 'make room'))).toBe('make room')
})

test('a port in use comes with what to do', () => {
  const inUse = Object.assign(new Error('listen EADDRINUSE: 127.0.0.1:8080'), { code: 'EADDRINUSE' })
  expect(describeFailure(inUse)).toMatch(/127\.0\.0\.1:8080: something listens there already\..*--port/)
})
