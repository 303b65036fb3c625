/**
 * Grams, as views count them, in kilograms for an answer. Throws a `RangeError` when it is not a whole number: then a view
 * has counted wrong. Sums beyond nine billion tonnes are rounded; `grams` would refuse them, and with them the whole answer.
 */
export function kgOf(massGrams: number): number {
  if (!Number.isInteger(massGrams)) throw new RangeError(`${massGrams} is not a whole number of grams`)
  return massGrams / 1000
}
