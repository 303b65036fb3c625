import { midnightInAlgiersMs } from '@athar/events/algiers-day.ts'
import { day, instant } from '@athar/events/fields.ts'
import { z } from 'zod'

const dayMs = 24 * 3_600_000

/** When a key ends: through the whole of a day in Algiers, or at a moment. */
export const expiry = z
  .string()
  .refine(written => day.safeParse(written).success || instant.safeParse(written).success, {
    error: 'must be a day, e.g. 2027-12-31 (its last hour counts), or a time, e.g. 2027-12-31T18:00:00+01:00',
  })
  .transform(written => ({
    atMs: written.includes('T') ? Date.parse(written) : midnightInAlgiersMs(written) + dayMs,
  }))

/** The same, and the two words for at once and for no end. */
export const expiryOrWord = z.union([z.literal('now'), z.literal('never'), expiry], {
  error: 'must be now, never, a day, e.g. 2027-12-31 (its last hour counts), or a time, e.g. 2027-12-31T18:00:00+01:00',
})
