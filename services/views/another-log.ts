import type { Position } from '@athar/events/envelope.ts'
import type { ViewStore } from '@athar/infra/view-store/port.ts'
import type { EventHashes } from './event-hashes.ts'

/**
 * Why a store was not folded from the log as it is now: somebody has put back an older copy, or has brought another log.
 * `undefined` when it goes on where the store is.
 */
export async function whyOfAnotherLog(
  store: Pick<ViewStore, 'checkpoint' | 'describe'>,
  { head, hashes }: { readonly head: Position; readonly hashes: EventHashes },
): Promise<string | undefined> {
  const checkpoint = await store.checkpoint()
  if (checkpoint === 0) return undefined
  if (checkpoint > head) return 'it holds more events than the log has: that is an older copy, or another log'
  const { hash } = await store.describe()
  if (hash === (await hashes.at(checkpoint))) return undefined
  return `event ${checkpoint} of the log is not the one that it was folded from: that is another log, or an older copy that has grown since`
}
