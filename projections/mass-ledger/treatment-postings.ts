import { gramsOf } from '@athar/events/mass.ts'
import { fateOf } from '@athar/events/treatment/treatment-arithmetic.ts'
import type { TreatmentDocument } from '../custody/documents.ts'
import type { Posting } from '../projection.ts'
import { accountName } from './accounts.ts'
import { Journal } from './journal.ts'
import { lotFlowsOfTreatment } from './lot-flows.ts'

/**
 * The postings of a treatment (DESIGN §4): its inputs leave stock, its outputs enter it, the loss is booked as one, and the
 * rest has met its fate by this operation.
 */
export function treatmentPostings(document: TreatmentDocument): readonly Posting[] {
  const { data, timeMs } = document
  const journal = new Journal()
  journal.postStock(lotFlowsOfTreatment(document))
  journal.post(accountName.loss(data.site), gramsOf(data.lossKg ?? 0), timeMs)
  journal.post(accountName.fate(data.site, data.operation), fateOf(data), timeMs)
  return journal.postings
}
