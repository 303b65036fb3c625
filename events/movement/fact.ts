import { millisecondsOf } from '../instant.ts'
import type { Party } from '../speaking.ts'
import type { Statement } from '../statement.ts'
import { essentialsOf, type MovementEssentials } from './essentials.ts'
import type { MovementEventType, MovementPayloads } from './schema.ts'

/** What the state of a movement keeps of one event: what it says, when it happened, and the id that corrections name. */
export type MovementFact<Type extends MovementEventType = MovementEventType> = {
  readonly [Each in MovementEventType]: {
    readonly id: string
    readonly type: Each
    /** As the sender wrote it, and in milliseconds. */
    readonly time: string
    readonly timeMs: number
    readonly data: MovementEssentials[Each]
  }
}[Type]

/** A statement about the custody itself, as opposed to one about another statement. */
export type CustodyType = Exclude<MovementEventType, CorrectionType>
type CorrectionType =
  | 'waste.movement.corrected'
  | 'waste.movement.correction-approved'
  | 'waste.movement.correction-declined'

/** What was asked last: an event is decided on, and taken into the state right after that. */
let last: { readonly event: Statement; readonly fact: MovementFact } | undefined

/** The fact that a validated event of this family states. An event is never changed in place. */
export function factOf(event: Statement): MovementFact {
  if (last?.event !== event) last = { event, fact: readFact(event) }
  return last.fact
}

function readFact(event: Statement): MovementFact {
  // The catalogue has validated `data` against the schema of `type` before any event reaches a decider.
  const { id, type, time, data } = event as Statement<MovementEventType, MovementPayloads[MovementEventType]>
  return { id, type, time, timeMs: millisecondsOf(time), data: essentialsOf(type, data) } as MovementFact
}

export function isCustody(fact: MovementFact): fact is MovementFact<CustodyType> {
  return (
    fact.type !== 'waste.movement.corrected' &&
    fact.type !== 'waste.movement.correction-approved' &&
    fact.type !== 'waste.movement.correction-declined'
  )
}

/**
 * The slot an event fills (DESIGN §4). A slot is filled once. `undefined`: there may be any number, told apart by id.
 * Slots are compared; `slotWords` says them.
 */
export function slotOf(fact: Pick<MovementFact, 'type' | 'data'>): string | undefined {
  const { type, data } = fact as MovementFact
  switch (type) {
    case 'waste.movement.declared':
      return 'declaration'
    case 'waste.movement.picked-up':
      return 'pick-up'
    case 'waste.movement.handed-over':
      return `hand-over ${data.fromCarrier} to ${data.toCarrier}`
    case 'waste.movement.received':
      return `receipt at ${data.site}, leg ${data.leg ?? 1}`
    case 'waste.movement.redirected':
      return `redirection ${data.fromSite} to ${data.toSite}`
    case 'waste.movement.cancelled':
      return 'cancellation'
    case 'waste.movement.correction-approved':
    case 'waste.movement.correction-declined':
      return `answer of ${answeringParty(data.by)} to ${data.correction}`
    case 'waste.movement.incident-reported':
    case 'waste.movement.corrected':
      return undefined
  }
}

/**
 * The party a custody fact speaks for. `undefined`: the payload does not say; any party of the movement may have said it
 * (redirections, incidents) or the declaration tells (cancellations).
 */
export function partyOf(fact: Pick<MovementFact, 'type' | 'data'>): Party | undefined {
  const { type, data } = fact as MovementFact
  switch (type) {
    case 'waste.movement.declared':
      return `site:${data.fromSite}`
    case 'waste.movement.picked-up':
      return `carrier:${data.carrier}`
    case 'waste.movement.handed-over':
      return `carrier:${data.fromCarrier}`
    case 'waste.movement.received':
      return `site:${data.site}`
    case 'waste.movement.correction-approved':
    case 'waste.movement.correction-declined':
      return answeringParty(data.by)
    case 'waste.movement.redirected':
    case 'waste.movement.cancelled':
    case 'waste.movement.incident-reported':
    case 'waste.movement.corrected':
      return undefined
  }
}

/** The party that answers a correction. */
export function answeringParty(by: MovementPayloads['waste.movement.correction-approved']['by']): Party {
  return 'site' in by ? `site:${by.site}` : `carrier:${by.carrier}`
}
