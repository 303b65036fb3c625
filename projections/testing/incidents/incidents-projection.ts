import { gramsOf } from '@athar/events/mass.ts'
import { type Movement, originSite } from '@athar/events/movement/movement.ts'
import { custodyFold } from '../../custody/custody-fold.ts'
import type { CustodyDocument } from '../../custody/documents.ts'
import { readMovement } from '../../custody/read-movement.ts'
import type { IndexEntry, Projection, Tally } from '../../projection.ts'
import { timeKey } from '../../sort-keys.ts'

/** Movements with an incident of a kind, in order of the time of the incident. */
export function incidentIndex(kind: string): string {
  return `incidents:kind:${kind}`
}

/** What was lost of the waste of a site, in grams. */
export function lostTally(site: string): string {
  return `incidents:lost:${site}`
}

/** Incidents on the way: where which kind happened, and how much of whose waste was lost. */
export const incidentsProjection: Projection = {
  name: 'incidents',
  version: 1,
  fold: custodyFold,
  indexes: (_key, document) => entriesOf(incidentsIn(document)),
  tallies: (_key, document) => lossesOf(incidentsIn(document)),
}

/** The movement in a document, when it has an incident: most have none, and for those nothing more is done. */
function incidentsIn(document: unknown): Movement | undefined {
  const known = document as CustodyDocument // the fold of custody sets nothing else
  if (known.kind !== 'movement') return undefined
  if (!known.facts.some(({ type }) => type === 'waste.movement.incident-reported')) return undefined
  return readMovement(known) // corrections applied; read once for all projections
}

function entriesOf(movement: Movement | undefined): readonly IndexEntry[] {
  const incidents = movement?.incidents ?? []
  return incidents.map(({ timeMs, data }) => ({ index: incidentIndex(data.kind), sort: timeKey(timeMs) }))
}

function lossesOf(movement: Movement | undefined): readonly Tally[] {
  const site = movement && originSite(movement)
  if (movement === undefined || site === undefined) return []
  return movement.incidents.map(({ data }) => ({ tally: lostTally(site), amount: gramsOf(data.lostKg ?? 0) }))
}
