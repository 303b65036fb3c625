import { type Grams, grams } from '@athar/events/mass.ts'
import type { Random } from '../random.ts'

/** What a scale shows: the nearest multiple of its division, and one division at least. */
export function weighed(trueGrams: number, scaleGrams: number): Grams {
  return grams(Math.max(1, Math.round(trueGrams / scaleGrams)) * scaleGrams)
}

/** A share of a mass, to the gram. */
export function shareOf(mass: Grams, share: number): Grams {
  return grams(Math.round(mass * share))
}

/** A mass more or less: at most `spread` of it apart, mostly less. */
export function around(mass: number, spread: number, random: Random): number {
  return mass * (1 + spread * random.deviation())
}

export function less(mass: Grams, taken: Grams): Grams {
  return grams(mass - taken)
}
