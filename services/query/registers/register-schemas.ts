import { eventId, instant, operation, printedNumber, reference, refusalReason, waste } from '@athar/events/fields.ts'
import { z } from 'zod'

/** Lines of registers, as they are described and as tests hold them. */

const kilograms = z.number().describe('Kilograms, at most three decimals')
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const carriers = z
  .array(z.strictObject({ carrier: reference, plates: z.array(printedNumber) }))
  .describe('Who had the load, in order, with the plates of the vehicle. Empty while nobody has said')

const acceptanceCertificate = printedNumber.optional()
const plannedOperation = operation.optional().describe('The operation for which it was sent')

export const incomingEntry = z.strictObject({
  acceptanceCertificate,
  acceptedKg: kilograms,
  carriers,
  checks: z
    .strictObject({
      certificate: z.boolean().optional(),
      document: z.boolean().optional(),
      radioactivity: z.boolean().optional(),
      visual: z.boolean().optional(),
    })
    .optional()
    .describe('What was checked at the gate'),
  from: reference.optional().describe('The site it comes from; absent while nobody has said'),
  kg: kilograms.describe('All that was weighed'),
  leg: z.int().min(1),
  lot: reference.optional().describe('The lot that the accepted part became'),
  operation: plannedOperation,
  outcome: z.enum(['accepted', 'partly-accepted', 'refused']),
  reason: z.strictObject({ code: refusalReason, text: z.string().optional() }).optional(),
  refusedKg: kilograms,
  waste: waste
    .optional()
    .describe('As the plant found it, else as it was announced, else as the first plant that says so found it'),
  weighing: z.strictObject({ grossKg: kilograms, tareKg: kilograms, ticket: printedNumber.optional() }).optional(),
})

export const outgoingEntry = z.strictObject({
  acceptanceCertificate,
  basis: z.enum(['estimated', 'weighed']).optional().describe('How the mass was found'),
  carriers,
  kg: kilograms.optional().describe('As the carrier took it over, else as it was declared'),
  lots: z
    .array(z.strictObject({ kg: kilograms, lot: reference }))
    .optional()
    .describe('The lots of the site that it was taken from'),
  operation: plannedOperation,
  redirectedTo: z.array(reference).optional().describe('The sites to which it was sent instead, in order'),
  to: reference.optional().describe('The site it was declared for; absent while nobody has said'),
  waste: waste.optional().describe('As it was announced, else as the first plant that says so found it'),
})

export const treatmentEntry = z.strictObject({
  fateKg: kilograms.describe('What neither came out nor was lost'),
  inputs: z.array(z.strictObject({ code: z.string(), kg: kilograms, lot: reference })),
  kg: kilograms.describe('All that went in'),
  lossKg: kilograms,
  operation,
  outputs: z.array(z.strictObject({ kg: kilograms, lot: reference, waste })),
})

/** A line whose entry is of one register. */
export function lineSchema<Entry extends z.ZodType>(register: string, entry: Entry) {
  return z.strictObject({
    cause: z.string().describe('The type of the event that had this line written'),
    correctsNumber: z.int().min(1).optional().describe('The line that this one takes the place of'),
    entry: entry.optional().describe('What the register says; absent from a line that withdraws another'),
    event: z
      .strictObject({ id: eventId, position: z.int().min(1) })
      .describe('The pick-up, receipt or treatment that the line is about'),
    hash: hash.describe('SHA-256 of the line without this property'),
    movement: reference.optional(),
    number: z.int().min(1).describe('From 1, without a gap'),
    position: z.int().min(1).describe('Of the event that had this line written'),
    previousHash: hash.describe('The hash of the line before; 64 zeros in the first'),
    recordedAt: instant.describe('When the ledger took the event that had this line written'),
    recordedBy: z.string().describe('The key that event came with: role:id'),
    register: z.literal(register),
    site: reference,
    time: instant.describe('When the waste came, left or was treated'),
    treatment: reference.optional(),
    withdrawn: z
      .literal(true)
      .optional()
      .describe('What the corrected line said was not at this site, and is in the register of another'),
  })
}
