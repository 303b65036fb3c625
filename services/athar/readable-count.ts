const format = new Intl.NumberFormat('en')

/** A count as people read it: `1,234,567`. */
export function readableCount(count: number): string {
  return format.format(count)
}
