import type { Position } from '@athar/events/envelope.ts'
import type { Projection } from '@athar/projections/projection.ts'
import type { Omissions } from './omissions.ts'

/** What a person has decided about projections: who, when and why is part of it. Numbered from 1, never changed. */
export type Decision = Decided & (Skip | Resume | Rebuild)

export interface Decided {
  readonly number: number
  /** ISO 8601. */
  readonly at: string
  readonly by: string
  readonly reason: string
}

/** To do without: without a document in one projection when `key` says so, else without an event in all of a fold. */
export interface Skip {
  readonly kind: 'skip'
  readonly projection: string
  readonly fold: string
  /** Of the event that could not be taken in. */
  readonly position: Position
  readonly key?: string
}

/** To take everything in again, also what was skipped: the program has been mended. */
export interface Resume {
  readonly kind: 'resume'
  readonly projection: string
  readonly fold: string
  /** It was the fold that threw: all on it are meant. */
  readonly wholeFold: boolean
}

/** To fold again from nothing, skipping what is skipped. */
export interface Rebuild {
  readonly kind: 'rebuild'
  readonly projections: readonly string[]
}

type Named = Pick<Projection, 'name'> & { readonly fold: Pick<Projection['fold'], 'name'> }

/** Whether a projection must be built anew for a decision. */
export function concerns(decision: Decision, { name, fold }: Named): boolean {
  switch (decision.kind) {
    case 'skip':
      return decision.key === undefined ? decision.fold === fold.name : decision.projection === name
    case 'resume':
      return decision.wholeFold ? decision.fold === fold.name : decision.projection === name
    case 'rebuild':
      return decision.projections.includes(name)
  }
}

/** The number of the last decision that concerns a projection; 0 when there is none. */
export function lastAbout(decisions: readonly Decision[], projection: Named): number {
  return decisions.findLast(decision => concerns(decision, projection))?.number ?? 0
}

/** What is left out when all decisions are followed, in their order. */
export function omissionsOf(decisions: readonly Decision[]): Omissions {
  const events = new Map<string, Set<Position>>()
  const documents = new Map<string, Set<string>>()
  for (const decision of decisions) {
    if (decision.kind === 'resume') {
      if (decision.wholeFold) events.delete(decision.fold)
      else documents.delete(decision.projection)
    }
    if (decision.kind !== 'skip') continue
    if (decision.key === undefined) add(events, decision.fold, decision.position)
    else add(documents, decision.projection, decision.key)
  }
  return { events, documents }
}

function add<Thing>(sets: Map<string, Set<Thing>>, name: string, thing: Thing): void {
  sets.set(name, (sets.get(name) ?? new Set()).add(thing))
}
