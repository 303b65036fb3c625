import type { IndexEntry } from '@athar/projections/projection.ts'

/** Up to so many, looking through all of them is quicker than any index. */
const searchedMax = 24

/** The entries of `now` that are not among those of `before`, each once. */
export function entriesOnlyIn(now: readonly IndexEntry[], before: readonly IndexEntry[]): readonly IndexEntry[] {
  return now.length + before.length <= searchedMax ? searched(now, before) : lookedUp(now, before)
}

function searched(now: readonly IndexEntry[], before: readonly IndexEntry[]): readonly IndexEntry[] {
  let only: IndexEntry[] | undefined
  for (const entry of now) {
    if (isAmong(entry, before)) continue
    if (only === undefined) only = [entry]
    else if (!isAmong(entry, only)) only.push(entry)
  }
  return only ?? none
}

const none: readonly IndexEntry[] = []

function isAmong(entry: IndexEntry, entries: readonly IndexEntry[]): boolean {
  for (const each of entries) if (each.sort === entry.sort && each.index === entry.index) return true
  return false
}

function lookedUp(now: readonly IndexEntry[], before: readonly IndexEntry[]): readonly IndexEntry[] {
  const known = new Set(before.map(nameOf))
  return now.filter(entry => {
    const name = nameOf(entry)
    if (known.has(name)) return false
    known.add(name)
    return true
  })
}

/** Names of indexes hold no line break. */
function nameOf({ index, sort }: IndexEntry): string {
  return `${index}\n${sort}`
}
