import type { CodeLists } from '../codes/code-lists.ts'
import type { PermitHolder, PermitKind } from '../directory/directory.ts'
import { isHazardous } from '../hazardous.ts'
import type { CustodyType, MovementFact } from './fact.ts'
import { announcedWaste, type Movement } from './movement.ts'

/** A permit that somebody must have at the time of a statement. For a site, its operator may have it instead. */
export interface PermitNeed {
  readonly kind: PermitKind
  readonly holder: PermitHolder
  readonly code: string
}

/**
 * The permit that a custody statement asks for. Hazardous waste is carried under an authorisation (decree 04-409), and goes
 * only to an installation authorised for it (law 01-19, art. 19); a refused load did not go in.
 */
export function permitNeeded(
  movement: Movement,
  fact: MovementFact<CustodyType>,
  codes: CodeLists,
): PermitNeed | undefined {
  if (fact.type === 'waste.movement.picked-up') {
    const waste = announcedWaste(movement) ?? fact.data.waste
    if (waste === undefined || !isHazardous(waste, fact.time, codes)) return undefined
    return { kind: 'transport', holder: { organisation: fact.data.carrier }, code: waste.code }
  }
  if (fact.type !== 'waste.movement.received' || fact.data.outcome === 'refused') return undefined
  const waste = fact.data.waste ?? announcedWaste(movement)
  if (waste === undefined || !isHazardous(waste, fact.time, codes)) return undefined
  return { kind: 'treatment', holder: { site: fact.data.site }, code: waste.code }
}
