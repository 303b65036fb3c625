import { legalParametersAt } from './legal-parameters.ts'
import { type Warning, warning } from './warnings.ts'

const hourMs = 3_600_000
const inTime: readonly Warning[] = []

/** The warning due when an event is recorded too long after it happened, by the rules of the day it happened. */
export function noticeLate(timeMs: number, recordedMs: number): readonly Warning[] {
  const limit = legalParametersAt(timeMs).recordedLateHours
  if (recordedMs - timeMs <= limit * hourMs) return inTime
  return [warning('recorded-late', { hours: Math.floor((recordedMs - timeMs) / hourMs), limit })]
}
