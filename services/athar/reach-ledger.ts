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

/** Why a `fetch` failed: it says only that it did; why is in the cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
