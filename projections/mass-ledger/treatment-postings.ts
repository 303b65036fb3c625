import { gramsOf } from '@athar/events/mass.ts'
import { fateOf } from '@athar/events/treatment/treatment-arithmetic.ts'
import type { TreatmentDocument } from '../custody/documents.ts'
import type { Book } from './book.ts'
import { lotFlowsOfTreatment } from './lot-flows.ts'

/**
 * Books a treatment (DESIGN §4): its inputs leave stock, its outputs enter it, the loss is booked as one, and the rest has
 * met its fate by this operation.
 */
export function bookTreatment(document: TreatmentDocument, book: Book): void {
  const { data, timeMs } = document
  book.stock(lotFlowsOfTreatment(document))
  book.loss(data.site, gramsOf(data.lossKg ?? 0), timeMs)
  book.fate(data.site, data.operation, fateOf(data), timeMs)
}
