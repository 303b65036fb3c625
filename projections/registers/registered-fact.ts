import type { Position } from '@athar/events/envelope.ts'
import { readUnversioned } from '@athar/events/event-type.ts'
import { correctionsOf } from '@athar/events/movement/correction.ts'
import { type MovementPayloads, movementEvents } from '@athar/events/movement/schema.ts'
import type { FoldedEvent } from '../projection.ts'

/**
 * Payloads as registers keep them: whole, but for what no register asks for (packages, seals, places, drivers). The facts
 * of a movement elsewhere keep less: no plates, no checks at the gate, no reason of a refusal.
 */
interface RegisteredPayloads {
  readonly 'waste.movement.declared': Omit<MovementPayloads['waste.movement.declared'], 'packages'>
  readonly 'waste.movement.picked-up': Omit<
    MovementPayloads['waste.movement.picked-up'],
    'packages' | 'seals' | 'place' | 'driver'
  >
  readonly 'waste.movement.handed-over': Omit<MovementPayloads['waste.movement.handed-over'], 'place'>
  readonly 'waste.movement.received': MovementPayloads['waste.movement.received']
  readonly 'waste.movement.redirected': MovementPayloads['waste.movement.redirected']
  readonly 'waste.movement.corrected': MovementPayloads['waste.movement.corrected']
  readonly 'waste.movement.correction-approved': MovementPayloads['waste.movement.correction-approved']
  readonly 'waste.movement.correction-declined': MovementPayloads['waste.movement.correction-declined']
}

type RegisteredType = keyof RegisteredPayloads

/** What the registers keep of one event of a movement. In order of `time`, then id, they are a `MovementState`. */
export type RegisteredFact<Type extends RegisteredType = RegisteredType> = {
  readonly [Each in RegisteredType]: {
    readonly id: string
    readonly type: Each
    readonly time: string
    readonly timeMs: number
    readonly position: Position
    readonly data: RegisteredPayloads[Each]
  }
}[Type]

export type PickUp = RegisteredFact<'waste.movement.picked-up'>
export type HandOver = RegisteredFact<'waste.movement.handed-over'>
export type Receipt = RegisteredFact<'waste.movement.received'>

/**
 * What the registers keep of an event; `undefined` when it says nothing that they ask for. A cancellation takes an
 * announcement back: what has left the site has left it, and what has not was never in a register. An incident is told
 * to the authority, not to a register; what it lost shows in the weight at the next gate.
 */
export function registeredFactOf(event: FoldedEvent): RegisteredFact | undefined {
  const { id, time, timeMs, position } = event
  const type = event.type as keyof MovementPayloads // only events of the family of movements are asked about
  switch (type) {
    // The log holds what the catalogue has validated against the schema of `type`, here and below.
    case 'waste.movement.declared': {
      const data = event.data as MovementPayloads[typeof type]
      if (data.packages === undefined) return { id, type, time, timeMs, position, data }
      const { packages: _packages, ...rest } = data
      return { id, type, time, timeMs, position, data: rest }
    }
    case 'waste.movement.picked-up': {
      const { carrier, vehicle, kg, basis, fromSite, waste } = event.data as MovementPayloads[typeof type]
      return { id, type, time, timeMs, position, data: { carrier, vehicle, kg, basis, fromSite, waste } }
    }
    case 'waste.movement.handed-over': {
      const { fromCarrier, toCarrier, vehicle } = event.data as MovementPayloads[typeof type]
      return { id, type, time, timeMs, position, data: { fromCarrier, toCarrier, vehicle } }
    }
    case 'waste.movement.received':
    case 'waste.movement.redirected':
    case 'waste.movement.corrected':
    case 'waste.movement.correction-approved':
    case 'waste.movement.correction-declined':
      return { id, type, time, timeMs, position, data: event.data } as RegisteredFact
    case 'waste.movement.cancelled':
    case 'waste.movement.incident-reported':
      return undefined
  }
}

/** The facts as they count today: each original with the whole payload of its newest effective correction. */
export function effectiveFacts(facts: readonly RegisteredFact[]): readonly RegisteredFact[] {
  const replaced = new Map<string, RegisteredFact>()
  for (const { fact, standing } of correctionsOf({ facts })) {
    if (standing !== 'effective') continue
    const original = facts.find(({ id }) => id === fact.data.corrects)
    // An effective correction has an original, and a payload that the schema of the original takes.
    if (original === undefined) continue
    const data = readUnversioned(movementEvents[original.type], fact.data.data)
    replaced.set(original.id, { ...original, data } as RegisteredFact)
  }
  return replaced.size === 0 ? facts : facts.map(fact => replaced.get(fact.id) ?? fact)
}

/** By `time`, then id: the same facts in whatever order they came. */
export function inOrder(known: readonly RegisteredFact[], fact: RegisteredFact): readonly RegisteredFact[] {
  const after = known.findIndex(each => (each.timeMs === fact.timeMs ? fact.id < each.id : fact.timeMs < each.timeMs))
  return after === -1 ? [...known, fact] : known.toSpliced(after, 0, fact)
}
