import { announcedWaste, eachParty, type Movement } from '@athar/events/movement/movement.ts'
import type { Party } from '@athar/events/speaking.ts'
import { custodyFold } from '../custody/custody-fold.ts'
import type { CustodyDocument, MovementDocument } from '../custody/documents.ts'
import { readMovement } from '../custody/read-movement.ts'
import type { IndexEntry, Projection } from '../projection.ts'
import { remembered } from '../remembered.ts'
import { timeKey } from '../sort-keys.ts'
import { gapsOf, type MovementGap } from './gaps-of-movement.ts'
import { type StateOfMovement, stateOf } from './state-of-movement.ts'

/** Codes whose indexes are remembered. */
const codesMax = 2_000

/**
 * The indexes of movements. All of them are ordered by the time of the earliest event known of a movement, so that lists
 * are cut and merged at any time. Every movement is in one index of state: all of those together are all movements.
 */
export const movementIndex = {
  /** Movements in which a site or a carrier has a part: `partiesOf`. */
  ofParty: (party: Party) => `movements:${party}`,
  /** By the code announced, and by each code that a receipt found. */
  ofCode: remembered(code => `movements:code:${code}`, codesMax),
  inState: (state: StateOfMovement) => `movements:state:${state}`,
  withGap: (gap: MovementGap) => `movements:gap:${gap}`,
} as const

/** Where movements are found: by who has a part in them, by waste, by state, and by what is missing. */
export const movementsProjection: Projection = {
  name: 'movements',
  version: 3,
  fold: custodyFold,
  indexes(_key, document) {
    const known = document as CustodyDocument // the fold of custody sets nothing else
    return known.kind === 'movement' ? entriesOf(known) : []
  },
}

/**
 * Some six entries for a movement: two sites, a carrier, a code, a state. Storing them is most of what this projection
 * costs, so that what every read can do without is not here: there is no index of all movements.
 */
function entriesOf(document: MovementDocument): readonly IndexEntry[] {
  const movement = readMovement(document)
  const sort = timeKey(document.facts[0]?.timeMs ?? 0)
  const entries: IndexEntry[] = [{ index: movementIndex.inState(stateOf(movement)), sort }]
  addParties(movement, sort, entries)
  for (const code of codesOf(movement)) entries.push({ index: movementIndex.ofCode(code), sort })
  for (const gap of gapsOf(movement)) entries.push({ index: movementIndex.withGap(gap), sort })
  return entries
}

/** Sites and carriers whose indexes are remembered: some 100 bytes each. */
const partiesMax = 20_000
/** As `ofParty` names them. */
const ofSite = remembered(site => movementIndex.ofParty(`site:${site}`), partiesMax)
const ofCarrier = remembered(carrier => movementIndex.ofParty(`carrier:${carrier}`), partiesMax)

/** Without a set of parties in between: this is asked for every movement that is stored. */
function addParties(movement: Movement, sort: string, entries: IndexEntry[]): void {
  const first = entries.length
  eachParty(movement, (kind, name) => {
    const index = kind === 'site' ? ofSite(name) : ofCarrier(name)
    for (let place = first; place < entries.length; place++) if (entries[place]?.index === index) return
    entries.push({ index, sort })
  })
}

/** The codes under which a movement is found: what was announced, and what receipts found instead. Each once. */
export function codesOf(movement: Movement): readonly string[] {
  const announced = announcedWaste(movement)
  const codes = announced === undefined ? [] : [announced.code]
  for (const { data } of movement.receipts)
    if (data.waste !== undefined && !codes.includes(data.waste.code)) codes.push(data.waste.code)
  return codes
}
