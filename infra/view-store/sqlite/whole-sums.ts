/** A sum as a whole number of JavaScript. Throws a `RangeError` when it is beyond those, see `wholeTotal` of database.ts. */
export function mustBeWhole(sum: unknown): number {
  if (typeof sum === 'number' && Number.isSafeInteger(sum)) return sum
  throw new RangeError('a sum is beyond the whole numbers')
}
