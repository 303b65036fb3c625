import { custodyFold } from '../custody/custody-fold.ts'
import { type CustodyDocument, subjectOf } from '../custody/documents.ts'
import type { Posting, Projection } from '../projection.ts'
import { lotPostings } from './lot-postings.ts'
import { movementPostings } from './movement-postings.ts'
import { talliesOf } from './tallies.ts'
import { treatmentPostings } from './treatment-postings.ts'

/**
 * The double-entry journal of mass (DESIGN §4): what is in stock, on the road, treated and lost, as it was at any time and as
 * the ledger knew it at any position. All accounts but the memo accounts of `accounts.ts` add up to zero after every event.
 */
export const massLedgerProjection: Projection = {
  name: 'mass-ledger',
  version: 1,
  fold: custodyFold,
  postings: (key, document) => postingsOf(key, document as CustodyDocument), // of this fold there are no others
  tallies: (key, document) => talliesOf(postingsOf(key, document as CustodyDocument)), // as above
}

function postingsOf(key: string, document: CustodyDocument): readonly Posting[] {
  switch (document.kind) {
    case 'movement':
      return movementPostings(subjectOf(key), document)
    case 'treatment':
      return treatmentPostings(document)
    case 'lot':
      return lotPostings(subjectOf(key), document)
  }
}
