import type { MovementEventType } from '../movement/schema.ts'
import { carrier, plant, producer, secondCarrier, steel } from './cast.ts'
import { type Around, clock, type Payloads, submitted, type TypedEvent } from './events.ts'

/**
 * The events of one ordinary movement: a tonne of steel, declared at 8, picked up at 9, handed over at 10, received at 12.
 * Alone or together they are noticed by nobody; a test changes what it is about. Ids are the names of the events.
 */

type Changes<Name extends MovementEventType> = Partial<Payloads[Name]>

const vehicle = { plates: ['00123-118-16'] }

export function declared(changes: Changes<'waste.movement.declared'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.declared',
    { fromSite: producer.site, toSite: plant.site, waste: steel, kg: 1000, basis: 'estimated', ...changes },
    { id: 'declared', subject: 'MV-1', time: clock('08:00'), ...around },
  )
}

export function pickedUp(changes: Changes<'waste.movement.picked-up'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.picked-up',
    { carrier, vehicle, ...changes },
    { id: 'picked-up', subject: 'MV-1', time: clock('09:00'), ...around },
  )
}

export function handedOver(changes: Changes<'waste.movement.handed-over'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.handed-over',
    { fromCarrier: carrier, toCarrier: secondCarrier, vehicle, ...changes },
    { id: 'handed-over', subject: 'MV-1', time: clock('10:00'), ...around },
  )
}

export function received(changes: Changes<'waste.movement.received'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.received',
    { site: plant.site, netKg: 1000, outcome: 'accepted', acceptedKg: 1000, refusedKg: 0, ...changes },
    { id: 'received', subject: 'MV-1', time: clock('12:00'), ...around },
  )
}

/** The plant turns the whole load away. */
export function turnedAway(changes: Changes<'waste.movement.received'> = {}, around: Around = {}) {
  const refusal = { outcome: 'refused', acceptedKg: 0, refusedKg: 1000, reason: { code: 'site-full' } } as const
  return received({ ...refusal, ...changes }, { id: 'turned-away', ...around })
}

export function redirected(changes: Changes<'waste.movement.redirected'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.redirected',
    { fromSite: plant.site, toSite: 'S-OTHER', reason: 'line stopped', ...changes },
    { id: 'redirected', subject: 'MV-1', time: clock('12:30'), ...around },
  )
}

export function cancelled(changes: Changes<'waste.movement.cancelled'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.cancelled',
    { reason: 'production stopped', ...changes },
    { id: 'cancelled', subject: 'MV-1', time: clock('08:30'), ...around },
  )
}

export function incident(changes: Changes<'waste.movement.incident-reported'> = {}, around: Around = {}) {
  return submitted(
    'waste.movement.incident-reported',
    { kind: 'spill', text: 'one drum leaked', ...changes },
    { id: 'incident', subject: 'MV-1', time: clock('11:00'), ...around },
  )
}

/** A correction of an event: its whole payload, with what was wrong made right. */
export function corrected(
  original: TypedEvent<MovementEventType>,
  changes: Readonly<Record<string, unknown>>,
  around: Around = {},
) {
  return submitted(
    'waste.movement.corrected',
    { corrects: original.id, data: { ...original.data, ...changes }, reason: 'two digits swapped' },
    { id: 'corrected', subject: 'MV-1', time: clock('13:00'), ...around },
  )
}

type Answering = Payloads['waste.movement.correction-approved']['by']

export function approved(correction: { readonly id: string }, by: Answering, around: Around = {}) {
  return submitted(
    'waste.movement.correction-approved',
    { correction: correction.id, by },
    { id: 'approved', subject: 'MV-1', time: clock('13:30'), ...around },
  )
}

export function declined(correction: { readonly id: string }, by: Answering, around: Around = {}) {
  return submitted(
    'waste.movement.correction-declined',
    { correction: correction.id, by, reason: 'our weighbridge found what was first said' },
    { id: 'declined', subject: 'MV-1', time: clock('13:30'), ...around },
  )
}
