import { ViewStoreFailure, type ViewStoreFailureReason } from '@athar/infra/view-store/port.ts'

/**
 * What a thread has thrown, as whoever waits for the thread knows it. An error that crosses over keeps its fields and loses
 * its class: a full disk would pass for a bug.
 */
export function thrownInThread(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ViewStoreFailure' || !('reason' in error)) return error
  return new ViewStoreFailure(error.reason as ViewStoreFailureReason, error.message, { cause: error }) // its name says so
}
