import { custodyFold } from '../custody/custody-fold.ts'
import { type CustodyDocument, custodyKey, type MovementDocument } from '../custody/documents.ts'
import { lotFlowsOf } from '../mass-ledger/lot-flows.ts'
import type { IndexEntry, Projection } from '../projection.ts'
import { lotAmountsOf } from './lot-amounts.ts'
import { entryOf } from './lot-entries.ts'

/**
 * Who gave to a lot and who took from it: an entry for each document and lot, so that lineage is walked from lot to lot
 * when it is asked for. Most lots are called as the movement that brought them, which is found by its name: that one needs
 * no entry. Nor does the document of the lot itself.
 */
export const lineageProjection: Projection = {
  name: 'lineage',
  version: 4,
  fold: custodyFold,
  indexes(key, document): readonly IndexEntry[] {
    const custody = document as CustodyDocument // of this fold
    if (custody.kind === 'lot' || (custody.kind === 'movement' && namesNoLot(custody))) return []
    return lotAmountsOf(lotFlowsOf(key, custody))
      .filter(({ lot }) => key !== custodyKey('movement', lot))
      .map(entryOf)
  },
}

/** Whether the movement cannot touch a lot but the one that is called as itself; seen at a glance, for most are so. */
function namesNoLot({ facts }: MovementDocument): boolean {
  return facts.every(({ type, data }) => {
    switch (type) {
      case 'waste.movement.declared':
        return data.lots === undefined
      case 'waste.movement.received':
        return data.lot === undefined
      case 'waste.movement.corrected':
        return !('lots' in data.data || 'lot' in data.data)
      default:
        return true
    }
  })
}
