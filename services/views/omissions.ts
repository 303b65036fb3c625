import type { Position } from '@athar/events/envelope.ts'

/** What a person has decided to leave out, because it cannot be taken in. */
export interface Omissions {
  /** Events that a fold is not shown, by its name. */
  readonly events: ReadonlyMap<string, ReadonlySet<Position>>
  /** Documents from which a projection derives nothing, by its name. */
  readonly documents: ReadonlyMap<string, ReadonlySet<string>>
}

export const nothingOmitted: Omissions = { events: new Map(), documents: new Map() }
