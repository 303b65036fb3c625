import type { Waste } from '@athar/events/fields.ts'

/** Who may say what a movement is of: a `Movement` of the events, and what registers keep of one. */
interface SaysWaste {
  readonly declaration?: { readonly data: { readonly waste: Waste } } | undefined
  readonly pickUp?: { readonly data: MayName } | undefined
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
  const { declaration, pickUp, receipts } = movement
  const announced = declaration?.data.waste ?? pickUp?.data.waste
  if (announced !== undefined || receipts === undefined) return announced
  for (const { data } of receipts) if (data.waste !== undefined) return data.waste
  return undefined
}

/** What stood at a gate: what its receipt found, else what the movement is of. */
export function wasteAtGate(movement: SaysWaste, { data }: { readonly data: MayName }): Waste | undefined {
  return data.waste ?? wasteOf(movement)
}

/** Whether the declaration or the pick-up names the waste: what a gate finds is then of that gate alone. */
export function isAnnounced({ declaration, pickUp }: SaysWaste): boolean {
  return declaration !== undefined || pickUp?.data.waste !== undefined
}
