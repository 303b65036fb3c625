/**
 * Keys of ordered indexes: text whose order, code unit by code unit, is the order of what it stands for. ASCII wherever
 * it can be, so that every store orders it the same way.
 */

/** Thirteen digits hold every millisecond from 1970 to November 2286. */
const timeKeyDigits = 13
const lastTimeMs = 10 ** timeKeyDigits - 1

/** Code units of a name that count in an index: the rest of a long name orders nothing. */
const nameKeyLengthMax = 60

/** Sorts after every key that begins like it: no key holds a character as high. */
const afterAll = '\uffff'
/** Characters beyond these (𐤀, 😀) have two code units and sort elsewhere as bytes: they do not count. */
const outsideKeys = /[^\0-\ud7ff\ue000-\uffef]/gu

/** A time in milliseconds as text of fixed width. Times before 1970 and after 2286 count as the first and the last. */
export function timeKey(timeMs: number): string {
  const withinMs = Math.min(Math.max(Math.trunc(timeMs), 0), lastTimeMs)
  return String(withinMs).padStart(timeKeyDigits, '0')
}

/** The time that a key of `timeKey` stands for, in milliseconds. */
export function timeOfKey(key: string): number {
  return Number(key.slice(0, timeKeyDigits))
}

/** The part of an index ordered by `timeKey` in which `fromMs` ≤ time < `beforeMs`. */
export function timesBetween(fromMs?: number, beforeMs?: number): { readonly from?: string; readonly before?: string } {
  return {
    ...(fromMs !== undefined && { from: timeKey(fromMs) }),
    ...(beforeMs !== undefined && { before: timeKey(beforeMs) }),
  }
}

/**
 * A name as people look it up: without regard to capitals, accents, vowel signs (تشكيل) and the spelling of hamza, which
 * Unicode decomposes into marks.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(outsideKeys, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, nameKeyLengthMax)
}

/** The part of an index ordered by text in which every key begins with `start`. */
export function keysBeginning(start: string): { readonly from?: string; readonly before?: string } {
  return start === '' ? {} : { from: start, before: start + afterAll }
}
