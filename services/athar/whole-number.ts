import { z } from 'zod'

/** A whole number as it is typed on a command line, within bounds. */
export function wholeNumber(min: number, max: number) {
  const allowed = `must be a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d{1,15}$/, allowed)
    .transform(Number)
    .refine(value => value >= min && value <= max, allowed)
}
