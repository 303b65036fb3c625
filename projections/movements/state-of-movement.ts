import type { Movement } from '@athar/events/movement/movement.ts'

/** Where a load is as far as it is known, in the words of DESIGN §5. */
export const movementStates = ['declared', 'in-transit', 'received', 'refused', 'cancelled', 'incomplete'] as const

export type StateOfMovement = (typeof movementStates)[number]

/**
 * The state of a movement, told by its filled slots. What happened to the load goes before what was said of it: the first
 * line that fits counts, whatever else is filled or missing. What is missing is in `gapsOf`. There is no state for a load that
 * was lost whole: no gate has seen it, so it stays `in-transit` (or `refused`); its custody has ended, and `load-lost` is an alert.
 *
 * | the slots hold                                                        | state        |
 * | --------------------------------------------------------------------- | ------------ |
 * | receipts, and the last of them in order of time refused nothing        | `received`   |
 * | receipts, the last refused all or a part, and a redirection came at that time or later | `in-transit` |
 * | receipts, the last refused all or a part                               | `refused`    |
 * | no receipt, but a pick-up or a hand-over (a cancellation came too late) | `in-transit` |
 * | neither, but a cancellation                                            | `cancelled`  |
 * | neither, but a declaration                                             | `declared`   |
 * | none of these: redirections, incidents, corrections of what has not come | `incomplete` |
 */
export function stateOf(movement: Movement): StateOfMovement {
  const { declaration, pickUp, cancellation, handOvers, receipts } = movement
  if (receipts.length > 0) return stateAfter(movement)
  if (pickUp !== undefined || handOvers.length > 0) return 'in-transit'
  if (cancellation !== undefined) return 'cancelled'
  return declaration === undefined ? 'incomplete' : 'declared'
}

function stateAfter({ receipts, redirections }: Movement): StateOfMovement {
  const last = receipts.at(-1)
  if (last === undefined || last.data.refusedKg === 0) return 'received'
  return redirections.some(redirection => redirection.timeMs >= last.timeMs) ? 'in-transit' : 'refused'
}

/** Where the load is bound as far as it is known: the newest redirection says, else the declaration, else who received it. */
export function destinationOf({ declaration, redirections, receipts }: Movement): string | undefined {
  return redirections.at(-1)?.data.toSite ?? declaration?.data.toSite ?? receipts.at(-1)?.data.site
}
