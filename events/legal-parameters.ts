/**
 * Numbers that the law or the ministry sets. They change, and an old event is judged by the rules of its day: each set is
 * dated and named, and what judges by it says by which.
 */
export interface LegalParameters {
  readonly version: string
  /** First instant of this set, in milliseconds of the Unix epoch. */
  readonly validFromMs: number
  /** An event recorded later than this after it happened is flagged. */
  readonly recordedLateHours: number
  /** A receipt is flagged when it differs from what was taken over by more than both of these. */
  readonly weightTolerancePercent: number
  readonly weightToleranceKg: number
  /**
   * A load that was picked up is expected at a gate within this. No text sets it: a default, one day more than the longest
   * road in the country takes, until the ministry does.
   */
  readonly inTransitHours: number
}

/** Oldest first. The first holds since the first environment law (83-03). */
const sets: readonly LegalParameters[] = [
  {
    version: '2026-1',
    validFromMs: Date.parse('1983-02-05T00:00:00Z'),
    recordedLateHours: 48,
    weightTolerancePercent: 2,
    weightToleranceKg: 20,
    inTransitHours: 72,
  },
]

/** The set in force at an instant, in milliseconds; the first set for anything before it. */
export function legalParametersAt(timeMs: number): LegalParameters {
  const inForce = sets.findLast(set => set.validFromMs <= timeMs) ?? sets[0]
  if (inForce === undefined) throw new Error('there are no legal parameters')
  return inForce
}
