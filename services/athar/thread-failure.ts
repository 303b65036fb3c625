import {
  type UnusableReason,
  UnusableView,
  ViewStoreFailure,
  type ViewStoreFailureReason,
} from '@athar/infra/view-store/port.ts'

/**
 * What a thread has thrown, as whoever waits for the thread knows it. An error that crosses over keeps its fields and loses
 * its class: a full disk would pass for a bug.
 */
export function thrownInThread(error: unknown): unknown {
  if (!(error instanceof Error) || !('reason' in error)) return error
  // Its name says of which class it was, and the class which reasons there are.
  if (error.name === 'ViewStoreFailure')
    return new ViewStoreFailure(error.reason as ViewStoreFailureReason, error.message, { cause: error })
  if (error.name === 'UnusableView')
    return new UnusableView(error.reason as UnusableReason, error.message, { cause: error })
  return error
}
