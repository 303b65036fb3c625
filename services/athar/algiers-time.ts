/** Africa/Algiers is UTC+1, without summer time since 1981 (tz database). */
const algiersOffsetMs = 3_600_000

/** A moment as a person in Algeria reads it: `2026-11-22 07:41`. */
export function algiersTime(timeMs: number): string {
  return new Date(timeMs + algiersOffsetMs).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', ' ')
}
