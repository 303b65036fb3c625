/**
 * Mass. On the wire and on the screen: kilograms with at most three decimals. Everywhere else: whole grams, because sums
 * of grams are exact and sums of decimals are not.
 */
declare const unit: unique symbol

/** Whole grams. A plain number is not grams by accident: it becomes so through `gramsOf` or `grams`. */
export type Grams = number & { readonly [unit]: 'grams' }

export const noMass = 0 as Grams // 0 is 0 in every unit

/** True when a number of kilograms is a whole number of grams: at most three decimals, finite, exactly representable. */
export function isWholeGrams(kg: number): boolean {
  const rounded = Math.round(kg * 1000)
  return Number.isSafeInteger(rounded) && rounded / 1000 === kg
}

/** Kilograms of the wire as grams. Throws a `RangeError` on a fourth decimal: the schemas have refused it before. */
export function gramsOf(kg: number): Grams {
  if (!isWholeGrams(kg)) throw new RangeError(`${kg} kg is not a whole number of grams`)
  return grams(Math.round(kg * 1000))
}

/** A whole number as grams. Throws a `RangeError` for anything else, so that no fraction of a gram enters the books. */
export function grams(count: number): Grams {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of grams`)
  return (count === 0 ? 0 : count) as Grams // never -0, which would differ from 0 when compared as bytes
}

/** Grams as kilograms for the wire. `gramsOf` reads them back exactly up to 2⁵¹ g, which is two billion tonnes. */
export function kilograms(mass: Grams): number {
  return mass / 1000
}

/** Throws a `RangeError` as soon as a partial sum is more than can be counted exactly. */
export function addMass(...masses: readonly Grams[]): Grams {
  let sum = noMass
  for (const mass of masses) sum = grams(sum + mass)
  return sum
}
