import { LogFailure } from '@athar/infra/event-log/port.ts'
import { KeyStoreFailure } from '@athar/infra/key-store/port.ts'
import { expect, test } from 'vitest'
import { exitCodes } from './exit-codes.ts'
import { CommandFailure, describeFailure, exitCodeOf } from './failure.ts'

test.each([
  ['a wrong flag', new CommandFailure(exitCodes.usage, ''), exitCodes.usage],
  ['a failed sync', new LogFailure('sync-failed', ''), exitCodes.ioError],
  ['a full disk', Object.assign(new Error(), { code: 'ENOSPC' }), exitCodes.ioError],
  ['locked keys', new KeyStoreFailure('locked', ''), exitCodes.unavailable],
  ['damaged keys', new KeyStoreFailure('damaged', ''), exitCodes.dataDamaged],
  ['a port in use', Object.assign(new Error(), { code: 'EADDRINUSE' }), exitCodes.unavailable],
  ['missing rights', Object.assign(new Error(), { code: 'EACCES' }), exitCodes.notPermitted],
  ['a bug', new TypeError(), exitCodes.internal],
  ['what is no error', 'text', exitCodes.internal],
])('%s has its exit code', (_, thrown, exitCode) => {
  expect(exitCodeOf(thrown)).toBe(exitCode)
})

test('a bug shows its stack, for the report; a failure shows words only', () => {
  expect(describeFailure(new TypeError('x is undefined'))).toContain('failure.test.ts')
  expect(describeFailure(new LogFailure('disk-full', 'make room'))).toBe('make room')
})

test('a port in use comes with what to do', () => {
  const inUse = Object.assign(new Error('listen EADDRINUSE: 127.0.0.1:8080'), { code: 'EADDRINUSE' })
  expect(describeFailure(inUse)).toMatch(/127\.0\.0\.1:8080: something listens there already\..*--port/)
})
