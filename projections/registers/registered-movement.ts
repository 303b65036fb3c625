import type { Position } from '@athar/events/envelope.ts'
import type { MovementEventType, MovementPayloads } from '@athar/events/movement/schema.ts'
import { isBefore } from '@athar/events/order-of-time.ts'
import type { FoldedEvent } from '../projection.ts'

/**
 * What later lines about a movement need to know: what was said of it, by slot, as far as a register asks for it, and which
 * lines say it. Each list is in order of `time`, then id, and is absent as long as it is empty: there are very many of
 * these, and most are short. The state of a movement elsewhere keeps less: no plates, no checks at the gate, no reason of a
 * refusal. Its key is the name of its stream.
 */
export interface RegisteredMovement {
  readonly declaration?: Declaration | undefined
  readonly pickUp?: PickUp | undefined
  readonly handOvers?: readonly HandOver[] | undefined
  readonly receipts?: readonly Receipt[] | undefined
  readonly redirections?: readonly Redirection[] | undefined
  /** What is in no line; but whoever said it has a say in corrections of what was said before. */
  readonly unlisted?: readonly Unlisted[] | undefined
  readonly amendments?: readonly Amendment[] | undefined
  lines?: readonly WrittenLine[] | undefined
}

/**
 * With all that there may be, in this order. A movement that was read again from its JSON lacks what was `undefined`: every
 * new one begins with this, so that the same events give the same text whether or not it was let go of in between, and so
 * that all of them have one shape, which is read and written as JSON faster.
 */
export const nothingSaid: RegisteredMovement = {
  declaration: undefined,
  pickUp: undefined,
  handOvers: undefined,
  receipts: undefined,
  redirections: undefined,
  unlisted: undefined,
  amendments: undefined,
  lines: undefined,
}

/** The newest line about an event in a register. */
export interface WrittenLine {
  /** The position of the pick-up or receipt: a pick-up stands in outgoing registers, a receipt in an incoming one. */
  readonly about: Position
  readonly site: string
  readonly number: number
  /** It says that what was said there before does not stand. */
  readonly withdrawn?: true | undefined
}

interface Said<Data> {
  readonly id: string
  /** As the sender wrote it. */
  readonly time: string
  readonly data: Data
}

/** That of which lines are written. Where it stands in the log is part of them. */
interface Stated<Data> extends Said<Data> {
  readonly position: Position
}

export type Declaration = Said<RegisteredPayloads['waste.movement.declared']>
export type PickUp = Stated<RegisteredPayloads['waste.movement.picked-up']>
export type HandOver = Said<RegisteredPayloads['waste.movement.handed-over']>
export type Receipt = Stated<RegisteredPayloads['waste.movement.received']>
export type Redirection = Said<RegisteredPayloads['waste.movement.redirected']>

/** A correction, or the answer to one. */
export type Amendment = Typed<
  'waste.movement.corrected' | 'waste.movement.correction-approved' | 'waste.movement.correction-declined'
>

export type Unlisted = Typed<'waste.movement.cancelled'>

type Typed<Types extends MovementEventType> = {
  readonly [Type in Types]: Said<MovementPayloads[Type]> & { readonly type: Type }
}[Types]

/** Payloads without what no register asks for: packages, seals, places, drivers, announced carriers. */
export interface RegisteredPayloads {
  readonly 'waste.movement.declared': Omit<MovementPayloads['waste.movement.declared'], 'packages' | 'carriers'>
  readonly 'waste.movement.picked-up': Omit<
    MovementPayloads['waste.movement.picked-up'],
    'packages' | 'seals' | 'place' | 'driver'
  >
  readonly 'waste.movement.handed-over': Omit<MovementPayloads['waste.movement.handed-over'], 'place'>
  readonly 'waste.movement.received': MovementPayloads['waste.movement.received']
  readonly 'waste.movement.redirected': MovementPayloads['waste.movement.redirected']
}

/**
 * The movement with what an event says; `undefined` when it says nothing that a register asks for. An incident is told to
 * the authority, not to a register; what it lost shows in the weight at the next gate.
 */
export function withEvent(movement: RegisteredMovement, event: FoldedEvent): RegisteredMovement | undefined {
  const { id, time, position } = event
  const type = event.type as keyof MovementPayloads // only events of the family of movements are asked about
  switch (type) {
    // The log holds what the catalogue has validated against the schema of `type`, here and below.
    case 'waste.movement.declared': {
      const data = registeredDeclaration(event.data as MovementPayloads[typeof type])
      return { ...nothingSaid, ...movement, declaration: { id, time, data } }
    }
    case 'waste.movement.picked-up': {
      const data = registeredPickUp(event.data as MovementPayloads[typeof type])
      return { ...nothingSaid, ...movement, pickUp: { id, time, position, data } }
    }
    case 'waste.movement.handed-over': {
      const { fromCarrier, toCarrier, vehicle } = event.data as MovementPayloads[typeof type]
      const handOver = { id, time, data: { fromCarrier, toCarrier, vehicle } }
      return { ...nothingSaid, ...movement, handOvers: inOrder(movement.handOvers, handOver) }
    }
    case 'waste.movement.received': {
      const data = event.data as MovementPayloads[typeof type]
      return { ...nothingSaid, ...movement, receipts: inOrder(movement.receipts, { id, time, position, data }) }
    }
    case 'waste.movement.redirected': {
      const data = event.data as MovementPayloads[typeof type]
      return { ...nothingSaid, ...movement, redirections: inOrder(movement.redirections, { id, time, data }) }
    }
    case 'waste.movement.corrected':
    case 'waste.movement.correction-approved':
    case 'waste.movement.correction-declined': {
      const amendment = { id, type, time, data: event.data } as Amendment
      return { ...nothingSaid, ...movement, amendments: inOrder(movement.amendments, amendment) }
    }
    case 'waste.movement.cancelled': {
      const statement = { id, type, time, data: event.data } as Unlisted
      return { ...nothingSaid, ...movement, unlisted: inOrder(movement.unlisted, statement) }
    }
    case 'waste.movement.incident-reported':
      return undefined
  }
}

export function registeredDeclaration(payload: MovementPayloads['waste.movement.declared']): Declaration['data'] {
  const { fromSite, toSite, waste, kg, basis, plannedOperation, acceptanceCertificate, lots } = payload
  return { fromSite, toSite, waste, kg, basis, plannedOperation, acceptanceCertificate, lots }
}

export function registeredPickUp(payload: MovementPayloads['waste.movement.picked-up']): PickUp['data'] {
  const { carrier, vehicle, kg, basis, fromSite, waste } = payload
  return { carrier, vehicle, kg, basis, fromSite, waste }
}

function inOrder<One extends Said<unknown>>(known: readonly One[] | undefined, one: One): readonly One[] {
  if (known === undefined) return [one]
  const after = known.findIndex(each => isBefore(dated(one), dated(each)))
  return after === -1 ? [...known, one] : known.toSpliced(after, 0, one)
}

function dated({ id, time }: Said<unknown>): { readonly timeMs: number; readonly id: string } {
  return { timeMs: Date.parse(time), id }
}
