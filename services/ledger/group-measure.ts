/** What one group cost. */
export interface GroupMeasure {
  readonly events: number
  readonly decideMs: number
  readonly writeMs: number
  /** How far the clock was behind the newest time in the log, as of which the group is recorded; 0 when it was not. */
  readonly clockBehindMs: number
}
