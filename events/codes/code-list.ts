import { dayInAlgiers, isCalendarDay } from '../algiers-day.ts'
import type { Labels } from '../language.ts'

/** One meaning of a code, for the days on which it has that meaning. */
export interface Code {
  readonly code: string
  readonly labels: Labels
  /** First day, `YYYY-MM-DD`, in Algeria. */
  readonly validFrom: string
  /** Last day, `YYYY-MM-DD`, in Algeria. Absent: until further notice. */
  readonly validTo?: string
}

/** A dated code list: entries are added and ended, never changed, so that an old event keeps the code of its day. */
export interface CodeList<C extends Code = Code> {
  /** The name in URLs: `operations` in `/v1/codes/operations`. */
  readonly name: string
  readonly title: Labels
  /** Who says so: the law, the convention, or the ledger itself. */
  readonly source: string
  /** In the order of the source. */
  readonly entries: readonly C[]
  /**
   * The entry of a code valid at `at`: an ISO 8601 date, or a date-time, which is judged by its day in Algeria.
   * Without `at` the newest entry, whether or not it is valid today. Codes are compared exactly, letter case included.
   * @throws RangeError when the code is known and `at` is neither a date nor a date-time.
   */
  find(code: string, at?: string): C | undefined
}

/** Two entries of one code, of which the older still holds when the newer begins. */
export interface Conflict<C extends Code = Code> {
  readonly older: C
  readonly newer: C
}

/**
 * Makes a code list.
 * @throws Error naming the list and the code, when an entry is malformed or two entries of a code hold on the same day.
 */
export function codeList<C extends Code>(parts: Omit<CodeList<C>, 'find'>): CodeList<C> {
  const { name, title, source, entries } = parts
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`Code list "${name}": a name is lower-case letters, digits and -`)
  for (const entry of entries) refuseMalformed(name, entry)
  for (const { older, newer } of conflictsIn(entries)) {
    if (older.validFrom === newer.validFrom) {
      throw new Error(`Code list "${name}": duplicate code "${newer.code}" from ${newer.validFrom}`)
    }
    throw new Error(
      `Code list "${name}": code "${newer.code}" overlaps: the entry from ${older.validFrom} lasts until ` +
        `${older.validTo ?? 'further notice'}, the next begins on ${newer.validFrom}`,
    )
  }

  const newestFirst = byCodeNewestFirst(entries)
  function find(code: string, at?: string): C | undefined {
    const versions = newestFirst.get(code)
    if (versions === undefined || at === undefined) return versions?.[0]
    const day = dayInAlgiers(at)
    for (const version of versions) {
      if (version.validFrom <= day) return isOver(version, day) ? undefined : version
    }
    return undefined
  }
  return { name, title, source, entries, find }
}

/** Every pair of successive entries of a code that hold on a common day. */
export function conflictsIn<C extends Code>(entries: readonly C[]): Conflict<C>[] {
  const conflicts: Conflict<C>[] = []
  for (const versions of byCodeNewestFirst(entries).values()) {
    let newer: C | undefined
    for (const older of versions) {
      if (newer !== undefined && !isOver(older, newer.validFrom)) conflicts.push({ older, newer })
      newer = older
    }
  }
  return conflicts
}

/** Days are compared as text: `YYYY-MM-DD` sorts as the calendar does. */
function isOver(entry: Code, day: string): boolean {
  return entry.validTo !== undefined && entry.validTo < day
}

function byCodeNewestFirst<C extends Code>(entries: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const byCode = Map.groupBy(entries, entry => entry.code)
  for (const versions of byCode.values()) {
    versions.sort((a, b) => (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0))
  }
  return byCode
}

function refuseMalformed(list: string, entry: Code): void {
  const { code, labels, validFrom, validTo } = entry
  const where = `Code list "${list}": code "${code}"`
  if (code === '' || code !== code.trim()) throw new Error(`${where} is empty or has spaces around it`)
  for (const [language, label] of Object.entries(labels)) {
    if (label.trim() === '') throw new Error(`${where} has no label in "${language}"`)
  }
  for (const day of [validFrom, validTo]) {
    if (day !== undefined && !isCalendarDay(day))
      throw new Error(`${where}: "${day}" is not a day, expected YYYY-MM-DD`)
  }
  if (validTo !== undefined && validTo < validFrom) {
    throw new Error(`${where} ends on ${validTo}, before it begins on ${validFrom}`)
  }
}
