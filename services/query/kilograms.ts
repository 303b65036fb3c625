import { grams, kilograms } from '@athar/events/mass.ts'

/**
 * Grams, as views count them, in kilograms for an answer. Throws a `RangeError` when it is not a whole number: then a view
 * has counted wrong.
 */
export function kgOf(massGrams: number): number {
  return kilograms(grams(massGrams))
}
