import { algiersOffsetMs } from '@athar/events/algiers-day.ts'

/** A moment as a person in Algeria reads it: `2026-11-22 07:41`. */
export function algiersTime(timeMs: number): string {
  return new Date(timeMs + algiersOffsetMs).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', ' ')
}
