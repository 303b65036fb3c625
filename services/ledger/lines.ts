import type { Line } from './line.ts'

/** The events of one submission, in order. */
export interface Lines {
  readonly count: number
  at(index: number): Line
}

/** Lines that are there one by one. */
export function listed(lines: readonly Line[]): Lines {
  return {
    count: lines.length,
    at(index) {
      const line = lines[index]
      if (line === undefined) throw new RangeError(`there are ${lines.length} lines, and none at ${index}`)
      return line
    },
  }
}
