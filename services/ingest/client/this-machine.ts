import { setTimeout as sleep } from 'node:timers/promises'
import type { Machine } from './ledger-client.ts'

/** The network and the clock in earnest. */
export const thisMachine: Machine = {
  fetch: (input, init) => fetch(input, init),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
  nowMs: () => Date.now(),
}
