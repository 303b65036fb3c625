import type { Statement } from '../statement.ts'

/** A lot is produced once; it may be counted any number of times. */
export interface LotState {
  readonly producedBy?: string
}

export const initialLot: LotState = {}

export function evolveLot(state: LotState, event: Statement): LotState {
  return event.type === 'waste.lot.produced' ? { producedBy: event.id } : state
}
