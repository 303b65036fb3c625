import type { Waste } from '@athar/events/fields.ts'
import { type Announced, announcedWaste } from '@athar/events/movement/movement.ts'

/** Who may say what a movement is of: a `Movement` of the events, and what registers keep of one. */
interface SaysWaste extends Announced {
  /** In order of `time`, then id. */
  readonly receipts?: readonly { readonly data: MayName }[] | undefined
}

interface MayName {
  readonly waste?: Waste | undefined
}

/**
 * What a movement is of (DESIGN §4, the mass journal): the declaration says, else the pick-up, else the first receipt that
 * does. `undefined`: nobody has said. Stocks, flows, registers and permits all go by this, so that they are of one waste.
 */
export function wasteOf(movement: SaysWaste): Waste | undefined {
  const { receipts } = movement
  const announced = announcedWaste(movement)
  if (announced !== undefined || receipts === undefined) return announced
  for (const { data } of receipts) if (data.waste !== undefined) return data.waste
  return undefined
}

/** What stood at a gate: what its receipt found, else what the movement is of. */
export function wasteAtGate(movement: SaysWaste, { data }: { readonly data: MayName }): Waste | undefined {
  return data.waste ?? wasteOf(movement)
}

/** Whether the declaration or the pick-up names the waste: what a gate finds is then of that gate alone. */
export function isAnnounced(movement: SaysWaste): boolean {
  return announcedWaste(movement) !== undefined
}
