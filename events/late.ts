import type { DecisionContext } from './decision.ts'
import { legalParametersAt } from './legal-parameters.ts'
import { type Warning, warning } from './warnings.ts'

const hourMs = 3_600_000

/** The warning due when an event is recorded too long after it happened, by the rules of the day it happened. */
export function noticeLate(
  { time }: { readonly time: string },
  { nowMs }: Pick<DecisionContext, 'nowMs'>,
): readonly Warning[] {
  const timeMs = Date.parse(time)
  const limit = legalParametersAt(timeMs).recordedLateHours
  if (nowMs - timeMs <= limit * hourMs) return []
  return [warning('recorded-late', { hours: Math.floor((nowMs - timeMs) / hourMs), limit })]
}
