import type { CodeLists } from '../codes/code-lists.ts'
import type { PermitHolder, PermitKind } from '../directory/directory.ts'
import type { Waste } from '../fields.ts'
import { isHazardous } from '../hazardous.ts'
import type { CustodyType, MovementFact } from './fact.ts'
import { type Announced, announcedWaste } from './movement.ts'

/** A permit that somebody must have at the time of a statement. For a site, its operator may have it instead. */
export interface PermitNeed {
  readonly kind: PermitKind
  readonly holder: PermitHolder
  readonly code: string
}

/**
 * The permit that a custody statement asks for. Hazardous waste is carried under an authorisation (decree 04-409), by whoever
 * takes it over on the way as well; and it goes only to an installation authorised for it (law 01-19, art. 19), where a
 * refused load did not go in.
 */
export function permitNeeded(
  movement: Announced,
  fact: MovementFact<CustodyType>,
  codes: CodeLists,
): PermitNeed | undefined {
  switch (fact.type) {
    case 'waste.movement.picked-up': {
      const code = hazardousCode(announcedWaste(movement) ?? fact.data.waste, fact.time, codes)
      return code === undefined ? undefined : { kind: 'transport', holder: { organisation: fact.data.carrier }, code }
    }
    case 'waste.movement.handed-over': {
      const code = hazardousCode(announcedWaste(movement), fact.time, codes)
      return code === undefined ? undefined : { kind: 'transport', holder: { organisation: fact.data.toCarrier }, code }
    }
    case 'waste.movement.received': {
      if (fact.data.outcome === 'refused') return undefined
      const code = hazardousCode(fact.data.waste ?? announcedWaste(movement), fact.time, codes)
      return code === undefined ? undefined : { kind: 'treatment', holder: { site: fact.data.site }, code }
    }
    default:
      return undefined
  }
}

function hazardousCode(waste: Waste | undefined, time: string, codes: CodeLists): string | undefined {
  return waste !== undefined && isHazardous(waste, time, codes) ? waste.code : undefined
}
