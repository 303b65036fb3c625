import { reasonOf } from '@athar/ingest/client/fetch-failure.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFailure } from './failure.ts'

const answersWithinMs = 10_000

/**
 * Asks once whether there is anybody at a URL, so that a mistyped one is told at once: whoever sends later is patient.
 *
 * @throws CommandFailure when nobody answers.
 */
export async function reachLedger(url: string): Promise<void> {
  try {
    await fetch(new URL('livez', url.endsWith('/') ? url : `${url}/`), { signal: AbortSignal.timeout(answersWithinMs) })
  } catch (error) {
    throw new CommandFailure(exitCodes.unavailable, `no ledger answers at ${url}: ${reasonOf(error)}`, { cause: error })
  }
}
