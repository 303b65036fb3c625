import { millisecondsOf } from '../instant.ts'
import type { Statement } from '../statement.ts'
import type { Treatment } from './schema.ts'

/** A treatment is performed once. */
export interface TreatmentState {
  readonly performed?: { readonly id: string; readonly timeMs: number; readonly data: Treatment }
}

export const initialTreatment: TreatmentState = {}

export function evolveTreatment(_state: TreatmentState, event: Statement): TreatmentState {
  // The catalogue has validated `data` against the only type of this family.
  return { performed: { id: event.id, timeMs: millisecondsOf(event.time), data: event.data as Treatment } }
}
