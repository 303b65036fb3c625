/** The lot that the sort of an entry of `lotEntries` begins with. */
export function lotIn(sort: string): string {
  return sort.slice(0, sort.indexOf('/'))
}
