import { LogFailure, type LogFailureReason } from '@athar/infra/event-log/port.ts'
import { LogInUse } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import { KeyStoreFailure, type KeyStoreFailureReason } from '@athar/infra/key-store/port.ts'
import { primaryCodeOf, sqliteCode } from '@athar/infra/sqlite/result-code.ts'
import {
  type UnusableReason,
  UnusableView,
  ViewStoreFailure,
  type ViewStoreFailureReason,
} from '@athar/infra/view-store/port.ts'
import { DeliveryFailure } from '@athar/ingest/client/ledger-client.ts'
import { LedgerUnavailable } from '@athar/ledger/ledger-unavailable.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/** A command that ends without having done its work, in words for a person: what is wrong and what to do next. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}

const keyStoreExits: Readonly<Record<KeyStoreFailureReason, ExitCode>> = {
  missing: exitCodes.unavailable,
  locked: exitCodes.unavailable,
  'not-permitted': exitCodes.notPermitted,
  damaged: exitCodes.dataDamaged,
  'disk-full': exitCodes.ioError,
  'io-error': exitCodes.ioError,
  other: exitCodes.internal,
}

const logExits: Readonly<Record<LogFailureReason, ExitCode>> = {
  'disk-full': exitCodes.ioError,
  'io-error': exitCodes.ioError,
  'sync-failed': exitCodes.ioError,
  closed: exitCodes.internal,
  other: exitCodes.internal,
}

const viewStoreExits: Readonly<Record<ViewStoreFailureReason, ExitCode>> = {
  locked: exitCodes.unavailable,
  'not-permitted': exitCodes.notPermitted,
  'disk-full': exitCodes.ioError,
  'io-error': exitCodes.ioError,
  closed: exitCodes.internal,
  other: exitCodes.internal,
}

const unusableViewExits: Readonly<Record<UnusableReason, ExitCode>> = {
  missing: exitCodes.unavailable,
  'not-a-view': exitCodes.dataDamaged,
  damaged: exitCodes.dataDamaged,
  'other-format': exitCodes.dataDamaged,
  'other-fold': exitCodes.dataDamaged,
}

const systemExits: Readonly<Record<string, ExitCode>> = {
  EACCES: exitCodes.notPermitted,
  EPERM: exitCodes.notPermitted,
  EROFS: exitCodes.notPermitted,
  ENOSPC: exitCodes.ioError,
  EDQUOT: exitCodes.ioError,
  EIO: exitCodes.ioError,
  EADDRINUSE: exitCodes.unavailable,
  EADDRNOTAVAIL: exitCodes.unavailable,
  ECONNREFUSED: exitCodes.unavailable,
  ENOENT: exitCodes.unavailable,
  ENOTDIR: exitCodes.unavailable,
  EEXIST: exitCodes.unavailable,
}

const sqliteExits: Readonly<Record<number, ExitCode>> = {
  [sqliteCode.notPermitted]: exitCodes.notPermitted,
  [sqliteCode.busy]: exitCodes.unavailable,
  [sqliteCode.readOnly]: exitCodes.notPermitted,
  [sqliteCode.ioError]: exitCodes.ioError,
  [sqliteCode.corrupt]: exitCodes.dataDamaged,
  [sqliteCode.full]: exitCodes.ioError,
  [sqliteCode.cannotOpen]: exitCodes.unavailable,
  [sqliteCode.notADatabase]: exitCodes.dataDamaged,
}

/** The exit code of what was thrown. What nobody foresaw is internal: a bug. */
export function exitCodeOf(thrown: unknown): ExitCode {
  if (thrown instanceof CommandFailure) return thrown.exitCode
  if (thrown instanceof KeyStoreFailure) return keyStoreExits[thrown.reason]
  if (thrown instanceof LogFailure || thrown instanceof LedgerUnavailable) return logExits[thrown.reason]
  if (thrown instanceof ViewStoreFailure) return viewStoreExits[thrown.reason]
  if (thrown instanceof UnusableView) return unusableViewExits[thrown.reason]
  if (thrown instanceof LogInUse || thrown instanceof DeliveryFailure) return exitCodes.unavailable
  const code = primaryCodeOf(thrown)
  if (code !== undefined) return sqliteExits[code] ?? exitCodes.internal
  if (thrown instanceof Error && 'code' in thrown) return systemExits[String(thrown.code)] ?? exitCodes.internal
  return exitCodes.internal
}

/** What to tell a person of what was thrown. A bug comes with its stack, for the report. */
export function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `an unexpected failure: ${String(thrown)}`
  if ('code' in thrown && thrown.code === 'EADDRINUSE')
    return `${thrown.message}: something listens there already. Stop it, or take another port (--port, ATHAR_PORT)`
  if (exitCodeOf(thrown) !== exitCodes.internal) return thrown.message
  return `an unexpected failure. Please report it with these lines:\n${thrown.stack ?? thrown.message}`
}
