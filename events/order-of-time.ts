/** What was said to have happened at a time, told apart by the id of the event that said it. */
export interface Timed {
  readonly timeMs: number
  readonly id: string
}

/**
 * Whether one was said to happen before another: by `time`, then by id, so that what was said stands in one order in
 * whatever order it came (DESIGN §1.3).
 */
export function isBefore(one: Timed, other: Timed): boolean {
  return one.timeMs === other.timeMs ? one.id < other.id : one.timeMs < other.timeMs
}

/** What was said so far, in order, with one more in its place. */
export function withInOrder<One extends Timed>(known: readonly One[], said: One): One[] {
  let place = known.length // most come in order
  for (let before = known[place - 1]; before !== undefined && isBefore(said, before); before = known[place - 1]) place--
  // Not `[...known, said]`: V8 leaves room for sixteen more in such a list, and very many are kept.
  return known.toSpliced(place, 0, said)
}
