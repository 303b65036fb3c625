import type { SubmittedEvent } from '../envelope.ts'

/** A lot is produced once; it may be counted any number of times. */
export interface LotState {
  readonly producedBy?: string
}

export const initialLot: LotState = {}

export function evolveLot(state: LotState, event: SubmittedEvent): LotState {
  return event.type === 'waste.lot.produced' ? { producedBy: event.id } : state
}
