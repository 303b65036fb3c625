import type { LotDocument } from '../custody/documents.ts'
import type { Book } from './book.ts'
import { lotFlowsOfLot } from './lot-flows.ts'

/** Books a lot (DESIGN §4): the site made it, and counts found more or less of it than the books say. */
export function bookLot(lot: string, document: LotDocument, book: Book): void {
  const flows = lotFlowsOfLot(lot, document)
  for (const { by, site, grams, atMs } of flows)
    if (by === 'production') book.produced(site, -grams, atMs)
    else book.adjusted(site, -grams, atMs)
  book.stock(flows)
}
