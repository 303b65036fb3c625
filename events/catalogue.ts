import type { Decider } from './decision.ts'
import { decideDirectory } from './directory/decide.ts'
import { directoryEvents } from './directory/schema.ts'
import { evolveDirectoryEntry, initialDirectoryEntry } from './directory/state.ts'
import type { EventType, Family } from './event-type.ts'
import { decideMovement } from './movement/decide.ts'
import { movementEvents } from './movement/schema.ts'
import { evolveMovement, initialMovement } from './movement/state.ts'
import { decideLot } from './stock/decide.ts'
import { stockEvents } from './stock/schema.ts'
import { evolveLot, initialLot } from './stock/state.ts'
import { decideTreatment } from './treatment/decide.ts'
import { treatmentEvents } from './treatment/schema.ts'
import { evolveTreatment, initialTreatment } from './treatment/state.ts'

/** Every event type, once. Validation, HTTP, documents, the simulator and the tests derive from this table. */
export const eventTypes = {
  ...directoryEvents,
  ...movementEvents,
  ...stockEvents,
  ...treatmentEvents,
} as const satisfies Record<string, EventType>

export type EventTypeName = keyof typeof eventTypes

/** An event type with its name. Names are compared often: the one in here is the same string for every event. */
export interface NamedEventType extends EventType {
  readonly name: string
}

const typesByName: ReadonlyMap<string, NamedEventType> = new Map(
  Object.entries<EventType>(eventTypes).map(([name, type]) => [name, { ...type, name }]),
)

/** The event type of that name; `undefined` when there is none. Own names only: `constructor` is not an event type. */
export function eventTypeOf(name: string): NamedEventType | undefined {
  return typesByName.get(name)
}

const directoryDecider = decider({
  initialState: initialDirectoryEntry,
  decide: decideDirectory,
  evolve: evolveDirectoryEntry,
})

/** Who decides for which family of streams. */
export const deciders: Readonly<Record<Family, Decider<unknown>>> = {
  organisation: directoryDecider,
  site: directoryDecider,
  permit: directoryDecider,
  movement: decider({ initialState: initialMovement, decide: decideMovement, evolve: evolveMovement }),
  lot: decider({ initialState: initialLot, decide: decideLot, evolve: evolveLot }),
  treatment: decider({ initialState: initialTreatment, decide: decideTreatment, evolve: evolveTreatment }),
}

/** Hides the state type of a family: the ledger hands a decider back only the states that this decider made. */
function decider<State>(family: Decider<State>): Decider<unknown> {
  return family as Decider<unknown>
}

/** The stream of a subject: `movement-MV-2026-000123`. */
export function streamOf(family: Family, subject: string): string {
  return `${family}-${subject}`
}
