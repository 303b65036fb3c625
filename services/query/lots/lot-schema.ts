import { instant, reference } from '@athar/events/fields.ts'
import { limits } from '@athar/events/limits.ts'
import { z } from 'zod'

/** The answer about a lot, as it is described and as tests hold it. */

const kg = z.number().describe('Kilograms, at most three decimals')

const part = z.strictObject({
  kind: z.enum(['movement', 'treatment', 'production', 'adjustment']),
  name: reference.optional().describe('The movement or treatment'),
  code: z.string().describe('The waste, as that says'),
  kg,
  time: instant.describe('When it first did'),
})

export const lotSchema = z.strictObject({
  lot: reference,
  site: z.string(),
  code: z.string().optional().describe('The waste, as who first gave to it says; "unknown" when nobody has said'),
  kg: z
    .strictObject({
      in: kg,
      out: kg,
      left: kg.describe('Below zero when more has left than anyone told of coming'),
    })
    .optional()
    .describe(`Absent for a lot that more than ${limits.lotPartsMax} documents gave to or took from`),
  from: z.array(part).describe('What gave to it, in order of time'),
  to: z.array(part).describe('What took from it, in order of time'),
  truncated: z
    .literal(true)
    .optional()
    .describe(`There are more: \`from\` and \`to\` have ${limits.pageItemsMax} each at most`),
})
