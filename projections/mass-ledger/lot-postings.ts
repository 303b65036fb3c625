import type { LotDocument } from '../custody/documents.ts'
import type { Posting } from '../projection.ts'
import { accountName } from './accounts.ts'
import { Journal } from './journal.ts'
import { lotFlowsOfLot } from './lot-flows.ts'

/** The postings of a lot (DESIGN §4): the site made it, and counts found more or less of it than the books say. */
export function lotPostings(lot: string, document: LotDocument): readonly Posting[] {
  const journal = new Journal()
  const flows = lotFlowsOfLot(lot, document)
  for (const { by, site, grams, atMs } of flows)
    journal.post(by === 'production' ? accountName.produced(site) : accountName.adjusted(site), -grams, atMs)
  journal.postStock(flows)
  return journal.postings
}
