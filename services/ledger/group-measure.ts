/** What one group cost. */
export interface GroupMeasure {
  readonly events: number
  readonly decideMs: number
  readonly writeMs: number
}
