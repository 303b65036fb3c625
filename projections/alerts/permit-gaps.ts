import { validityOf } from '@athar/events/directory/directory.ts'
import { type Activity, covers } from '@athar/events/permit-check.ts'
import type { PermitDocument } from '../directory/documents.ts'

/** A stretch of time in milliseconds: `fromMs` is in it, `beforeMs` is not. */
export interface Period {
  readonly fromMs: number
  readonly beforeMs: number
}

/** The periods in which none of these permits allowed an activity, in order of time. */
export function gapsIn(permits: readonly PermitDocument[], activity: Activity): readonly Period[] {
  const periods = permits.flatMap(permit => periodsOf(permit, activity)).sort((one, other) => one.fromMs - other.fromMs)
  const gaps: Period[] = []
  let coveredToMs = Number.NEGATIVE_INFINITY
  for (const { fromMs, beforeMs } of periods) {
    if (fromMs > coveredToMs) gaps.push({ fromMs: coveredToMs, beforeMs: fromMs })
    coveredToMs = Math.max(coveredToMs, beforeMs)
  }
  gaps.push({ fromMs: coveredToMs, beforeMs: Number.POSITIVE_INFINITY })
  return gaps
}

/** A permit holds for the time it was granted for, up to the first time from which it was suspended or withdrawn. */
function periodsOf({ granted, stops }: PermitDocument, activity: Activity): readonly Period[] {
  if (granted === undefined || !covers(granted.data, activity)) return []
  const { fromMs, beforeMs: untilMs } = validityOf(granted.data)
  let beforeMs = untilMs
  for (const { data } of stops) beforeMs = Math.min(beforeMs, Date.parse(data.from))
  return beforeMs > fromMs ? [{ fromMs, beforeMs }] : []
}
