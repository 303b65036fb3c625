import { type Movement, movementOf, partiesOf } from '@athar/events/movement/movement.ts'
import type { Party } from '@athar/events/speaking.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { type MovementDocument, subjectOf } from '@athar/projections/custody/documents.ts'
import { gapsOf, type MovementGap } from '@athar/projections/movements/gaps-of-movement.ts'
import { type MovementRow, movementRow } from '@athar/projections/movements/movement-row.ts'
import { codesOf, movementIndex } from '@athar/projections/movements/movements-projection.ts'
import { movementStates, type StateOfMovement, stateOf } from '@athar/projections/movements/state-of-movement.ts'
import { timesBetween } from '@athar/projections/sort-keys.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { walk } from '../walk.ts'

/** Which movements are asked for: those that fit all of it. */
export interface MovementsQuery {
  readonly site?: string | undefined
  readonly carrier?: string | undefined
  readonly gap?: MovementGap | undefined
  readonly code?: string | undefined
  readonly state?: StateOfMovement | undefined
  /** Of the time of the earliest event known of a movement, in milliseconds: inclusive, and exclusive. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** Movements, newest first. Only those in which one of the `own` parties has a part, when they are given. */
export function movementsPage(
  view: ViewReader,
  query: MovementsQuery,
  wanted: PageWanted,
  own?: readonly Party[],
): Promise<Page<MovementRow>> {
  const pick = (key: string, json: string) => {
    const document = JSON.parse(json) as MovementDocument // only movements are in these indexes
    const movement = movementOf(document)
    return fits(movement, query) ? movementRow(subjectOf(key), document, movement) : undefined
  }
  const indexes = indexesFor(query, own)
  if (indexes.length === 0) return Promise.resolve({ items: [] })
  return walk(view, { indexes, ...timesBetween(query.from, query.to), descending: true, pick }, wanted)
}

/** The indexes that hold all that fits, and the least beside it. */
function indexesFor(query: MovementsQuery, own: readonly Party[] | undefined): readonly string[] {
  if (own !== undefined) return own.map(movementIndex.ofParty)
  const { gap, code, state } = query
  const [party] = partiesAsked(query)
  if (party !== undefined) return [movementIndex.ofParty(party)]
  if (gap !== undefined) return [movementIndex.withGap(gap)]
  if (code !== undefined) return [movementIndex.ofCode(code)]
  return (state === undefined ? movementStates : [state]).map(movementIndex.inState)
}

/** A site has fewer movements than a carrier. */
function partiesAsked({ site, carrier }: MovementsQuery): readonly Party[] {
  const parties: Party[] = []
  if (site !== undefined) parties.push(`site:${site}`)
  if (carrier !== undefined) parties.push(`carrier:${carrier}`)
  return parties
}

function fits(movement: Movement, query: MovementsQuery): boolean {
  const { gap, code, state } = query
  if (state !== undefined && stateOf(movement) !== state) return false
  if (gap !== undefined && !gapsOf(movement).includes(gap)) return false
  if (code !== undefined && !codesOf(movement).includes(code)) return false
  const asked = partiesAsked(query)
  if (asked.length === 0) return true
  const parties = partiesOf(movement)
  return asked.every(party => parties.has(party))
}
