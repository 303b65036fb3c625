import type { Run } from './run.ts'

/** Times in one row of a run: with its key that is a quarter of a page of 8 KB, the most that stays within the page. */
export const pageTimes = 112

/** A run, cut into rows. */
export function pagesOf({ timesMs, sums }: Run): readonly Run[] {
  const pages: Run[] = []
  for (let first = 0; first < timesMs.length; first += pageTimes)
    pages.push({
      timesMs: timesMs.subarray(first, first + pageTimes),
      sums: sums.subarray(first, first + pageTimes),
    })
  return pages
}

/** A page as it is stored: all times, then all sums. */
export function packPage({ timesMs, sums }: Run): Float64Array<ArrayBuffer> {
  const packed = new Float64Array(timesMs.length + sums.length)
  packed.set(timesMs)
  packed.set(sums, timesMs.length)
  return packed
}

export function unpackPage(packed: Float64Array<ArrayBuffer>): Run {
  const half = packed.length / 2
  return { timesMs: packed.subarray(0, half), sums: packed.subarray(half) }
}

/** The run that was cut into these pages. */
export function runOfPages(pages: readonly Run[]): Run {
  const count = pages.reduce((sum, { timesMs }) => sum + timesMs.length, 0)
  const run = { timesMs: new Float64Array(count), sums: new Float64Array(count) }
  let next = 0
  for (const { timesMs, sums } of pages) {
    run.timesMs.set(timesMs, next)
    run.sums.set(sums, next)
    next += timesMs.length
  }
  return run
}
