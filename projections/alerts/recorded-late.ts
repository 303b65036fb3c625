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
/** Two times that are written with the same day are closer than this: a day, and an offset of less than a day. */
const sameDayHours = 48
const inTime: readonly Warning[] = []

/** The warning due when a recorded event came too late. */
export function recordedLate({ time, timeMs, recordedAt }: RecordedStatement): readonly Warning[] {
  // To parse a time costs more than all else that is asked of an ordinary event here.
  if (isSameDay(time, recordedAt) && legalParametersAt(timeMs).recordedLateHours >= sameDayHours) return inTime
  return noticeLate(timeMs, Date.parse(recordedAt))
}

function isSameDay(time: string, recordedAt: string): boolean {
  for (let place = dayLength - 1; place >= 0; place--)
    if (time.charCodeAt(place) !== recordedAt.charCodeAt(place)) return false
  return true
}
