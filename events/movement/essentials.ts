import type { MovementEventType, MovementPayloads } from './schema.ts'

/** What the state leaves out of a payload, because no decision and no book needs it. */
interface LeftOut {
  'waste.movement.declared': 'packages' | 'basis'
  'waste.movement.picked-up': 'vehicle' | 'packages' | 'seals' | 'place' | 'driver' | 'basis'
  'waste.movement.handed-over': 'vehicle' | 'place'
  'waste.movement.received': 'weighing' | 'checks' | 'reason'
  'waste.movement.incident-reported': 'place'
}

/** Payloads as the state of a movement keeps them. */
export type MovementEssentials = {
  readonly [Type in MovementEventType]: Type extends keyof LeftOut
    ? Omit<MovementPayloads[Type], LeftOut[Type]>
    : MovementPayloads[Type]
}

/**
 * The essentials of a payload. The ledger holds the states of some hundred thousand events in memory: plates, seals,
 * packages and checks are in the log, where whoever shows them reads them.
 */
export function essentialsOf<Type extends MovementEventType>(
  type: Type,
  payload: MovementPayloads[Type],
): MovementEssentials[Type]
export function essentialsOf(
  type: MovementEventType,
  payload: MovementPayloads[MovementEventType],
): MovementEssentials[MovementEventType] {
  switch (type) {
    case 'waste.movement.declared': {
      const data = payload as MovementPayloads[typeof type] // the signature above pairs the payload with its type, here and below
      const { fromSite, toSite, waste, kg, carriers, plannedOperation, acceptanceCertificate, lots } = data
      return { fromSite, toSite, waste, kg, carriers, plannedOperation, acceptanceCertificate, lots }
    }
    case 'waste.movement.picked-up': {
      const { carrier, kg, fromSite, waste } = payload as MovementPayloads[typeof type]
      return { carrier, kg, fromSite, waste }
    }
    case 'waste.movement.handed-over': {
      const { fromCarrier, toCarrier } = payload as MovementPayloads[typeof type]
      return { fromCarrier, toCarrier }
    }
    case 'waste.movement.received': {
      const data = payload as MovementPayloads[typeof type]
      const { site, leg, netKg, outcome, acceptedKg, refusedKg, lot, waste } = data
      return { site, leg, netKg, outcome, acceptedKg, refusedKg, lot, waste }
    }
    case 'waste.movement.incident-reported': {
      const { kind, text, lostKg } = payload as MovementPayloads[typeof type]
      return { kind, text, lostKg }
    }
    default:
      return payload
  }
}
