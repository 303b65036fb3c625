import { amountAt, countOf, type PackedEntries, timeAt } from './entries.ts'

/**
 * Entries of an account in order of time: at each time at which anything happened, the sum of what had happened until
 * then. What an account held at a time is found by halving.
 */
export interface Run {
  /** Ascending, each once. */
  readonly timesMs: Float64Array<ArrayBuffer>
  /** As many: the sum up to and with each time. */
  readonly sums: Float64Array<ArrayBuffer>
}

/** The run of entries in any order of time. */
export function runOf(packed: PackedEntries): Run {
  const count = countOf(packed)
  const order = Array.from({ length: count }, (_, index) => index)
  order.sort((one, other) => timeAt(packed, one) - timeAt(packed, other))
  const timesMs = new Float64Array(count)
  const sums = new Float64Array(count)
  let last = -1
  let sum = 0
  for (const index of order) {
    const timeMs = timeAt(packed, index)
    if (timesMs[last] !== timeMs) last++
    sum += amountAt(packed, index)
    timesMs[last] = timeMs
    sums[last] = sum
  }
  return firstOf({ timesMs, sums }, last + 1)
}

/** The run of all that is in some runs. */
export function mergeRuns(runs: readonly Run[]): Run {
  const [first, second] = runs
  if (first === undefined) return { timesMs: new Float64Array(), sums: new Float64Array() }
  if (second === undefined) return first
  const middle = runs.length >> 1
  return mergeTwo(mergeRuns(runs.slice(0, middle)), mergeRuns(runs.slice(middle)))
}

/** The sum of what had happened by a time. */
export function sumUpTo(run: Run, asOfMs: number): number {
  return run.sums[countUpTo(run, asOfMs) - 1] ?? 0
}

/** Whether anything happened at a time. */
export function hasTime(run: Run, atMs: number): boolean {
  return run.timesMs[countUpTo(run, atMs) - 1] === atMs
}

/** How many of its times are not after this one. */
export function countUpTo({ timesMs }: Run, asOfMs: number): number {
  let low = 0
  let high = timesMs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timesMs[middle] ?? Infinity) <= asOfMs) low = middle + 1
    else high = middle
  }
  return low
}

function mergeTwo(one: Run, other: Run): Run {
  const most = one.timesMs.length + other.timesMs.length
  const timesMs = new Float64Array(most)
  const sums = new Float64Array(most)
  let count = 0
  let ones = 0
  let others = 0
  while (ones < one.timesMs.length || others < other.timesMs.length) {
    const oneMs = one.timesMs[ones] ?? Infinity
    const otherMs = other.timesMs[others] ?? Infinity
    if (oneMs <= otherMs) ones++
    if (otherMs <= oneMs) others++
    timesMs[count] = Math.min(oneMs, otherMs)
    // Until this time the one had brought what its entry before says, and so had the other.
    sums[count] = (one.sums[ones - 1] ?? 0) + (other.sums[others - 1] ?? 0)
    count++
  }
  return firstOf({ timesMs, sums }, count)
}

function firstOf({ timesMs, sums }: Run, count: number): Run {
  return { timesMs: timesMs.subarray(0, count), sums: sums.subarray(0, count) }
}
