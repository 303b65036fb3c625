import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets whatever is ready run: the loop of the ledger and its disk take a few turns each. No time passes. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await nextTurn()
}
