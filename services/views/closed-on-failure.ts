import type { ViewStore } from '@athar/infra/view-store/port.ts'

/** Works on a store that was just opened, and closes it when that fails: nobody else knows of it yet. */
export async function closedOnFailure(store: ViewStore, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (failure) {
    await store.close()
    throw failure
  }
}
