import { noticeLate } from '@athar/events/late.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import type { Warning } from '@athar/events/warnings.ts'

interface RecordedStatement {
  /** As the sender wrote it, with an offset, and in milliseconds. */
  readonly time: string
  readonly timeMs: number
  /** As the ledger writes it, in UTC. */
  readonly recordedAt: string
}

const dayLength = 'YYYY-MM-DD'.length
/** A time that is written with the day of another, or an earlier one, is not so far after it: a day, and an offset of less. */
const sameDayHours = 48
const inTime: readonly Warning[] = []

/** The warning due when a recorded event came too late. */
export function recordedLate({ time, timeMs, recordedAt }: RecordedStatement): readonly Warning[] {
  // To parse a time costs more than all else that is asked of an ordinary event here.
  if (!isOnLaterDay(recordedAt, time) && legalParametersAt(timeMs).recordedLateHours >= sameDayHours) return inTime
  return noticeLate(timeMs, Date.parse(recordedAt))
}

/** As they are written, whatever their offsets. */
function isOnLaterDay(one: string, other: string): boolean {
  for (let place = 0; place < dayLength; place++) {
    const difference = one.charCodeAt(place) - other.charCodeAt(place)
    if (difference !== 0) return difference > 0
  }
  return false
}
