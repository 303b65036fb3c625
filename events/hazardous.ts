import { type CodeLists, lookUpWaste } from './codes/code-lists.ts'
import type { Waste } from './fields.ts'

/** True when the waste is hazardous: its code is, at that time (ISO 8601), or the sender names a hazard of it. */
export function isHazardous(waste: Pick<Waste, 'code' | 'list' | 'hazards'>, time: string, codes: CodeLists): boolean {
  if (waste.hazards !== undefined && waste.hazards.length > 0) return true
  return lookUpWaste(waste.code, waste.list, time, codes)?.hazardous ?? false
}
