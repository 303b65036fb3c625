import type { IndexPlace } from './port.ts'

/** U+0000 separates names in `ViewContent`; of characters with two code units the order differs between stores. */
const notOrderable = /[\0\ud800-\udfff]/

const beforeSurrogates = 0xd7ff
const afterSurrogates = 0xe000
const lastCodeUnit = 0xffff

/** Throws a `RangeError` when a name cannot be ordered in the same way by every store. */
export function mustBeOrderable(name: string): void {
  if (notOrderable.test(name))
    throw new RangeError(`${JSON.stringify(name)} holds U+0000 or a character of two code units, and names may not`)
}

/** The first name after all those that begin with a prefix; `undefined` when there is none. */
export function afterPrefix(prefix: string): string | undefined {
  for (let last = prefix.length - 1; last >= 0; last--) {
    const unit = prefix.charCodeAt(last)
    if (unit === lastCodeUnit) continue
    const next = unit === beforeSurrogates ? afterSurrogates : unit + 1
    return prefix.slice(0, last) + String.fromCharCode(next)
  }
  return undefined
}

/** The order of entries in an index: by sort, then by key. */
export function comparePlaces(one: IndexPlace, other: IndexPlace): number {
  return compareNames(one.sort, other.sort) || compareNames(one.key, other.key)
}

/** Code unit by code unit. */
export function compareNames(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
