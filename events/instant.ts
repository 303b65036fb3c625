/** What was asked for last: the time of an event is judged, kept and compared in turn, and to read it costs most of that. */
let last = { time: '', timeMs: Number.NaN }

/** The milliseconds of an instant (RFC 3339) since the Unix epoch; NaN when it is none. */
export function millisecondsOf(time: string): number {
  if (time !== last.time) last = { time, timeMs: Date.parse(time) }
  return last.timeMs
}
