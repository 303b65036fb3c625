import { custodyFold } from '../custody/custody-fold.ts'
import { type CustodyDocument, subjectOf } from '../custody/documents.ts'
import type { Projection } from '../projection.ts'
import type { Book } from './book.ts'
import { Journal } from './journal.ts'
import { bookLot } from './lot-postings.ts'
import { bookMovement } from './movement-postings.ts'
import { Sums } from './tallies.ts'
import { bookTreatment } from './treatment-postings.ts'

/**
 * The double-entry journal of mass (DESIGN §4): what is in stock, on the road, treated and lost, as it was at any time and as
 * the ledger knew it at any position. All accounts but the memo accounts of `accounts.ts` add up to zero after every event.
 */
export const massLedgerProjection: Projection = {
  name: 'mass-ledger',
  version: 4,
  readableFrom: 1, // stocks and lots mean the same
  fold: custodyFold,
  postings(key, document) {
    const journal = new Journal()
    book(key, document as CustodyDocument, journal) // of this fold there are no others
    return journal.postings
  },
  tallies(key, document) {
    const sums = new Sums()
    book(key, document as CustodyDocument, sums) // as above
    return sums.tallies
  },
}

function book(key: string, document: CustodyDocument, into: Book): void {
  switch (document.kind) {
    case 'movement':
      bookMovement(subjectOf(key), document, into)
      return
    case 'treatment':
      bookTreatment(document, into)
      return
    case 'lot':
      bookLot(subjectOf(key), document, into)
      return
  }
}
