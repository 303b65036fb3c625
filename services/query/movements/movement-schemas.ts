import { instant, reference, waste } from '@athar/events/fields.ts'
import { movementEvents } from '@athar/events/movement/schema.ts'
import { warningTypes } from '@athar/events/warnings.ts'
import { movementGaps } from '@athar/projections/movements/gaps-of-movement.ts'
import { movementStates } from '@athar/projections/movements/state-of-movement.ts'
import { z } from 'zod'

/** The answers about movements, as they are described and as tests hold them. */

const id = z.string().describe('The id of an event of this movement')
const kilograms = z.number().describe('Kilograms, at most three decimals')

const state = z
  .enum(movementStates)
  .describe(
    'Where the load is, as far as it is known. One that was lost whole on the way stays as it was when it was lost: ' +
      'its custody has ended, and the alert `load-lost` tells of it',
  )
const gaps = z.array(z.enum(movementGaps)).describe('What must have happened and is not recorded')
const from = reference.optional().describe('The site it comes from; absent while nobody has said')
const to = reference.optional().describe('The site it is bound for: the newest redirection says, else the declaration')

const holder = z.union([z.strictObject({ site: reference }), z.strictObject({ carrier: reference })])

const kg = z.strictObject({
  declared: kilograms.optional().describe('What the declaration says'),
  pickedUp: kilograms.optional().describe('What the pick-up says'),
  received: kilograms.optional().describe('What the first gate found'),
  accepted: kilograms.describe('What all gates together let in'),
  refused: kilograms.describe('What the last gate turned away, and nobody has taken in since'),
  lost: kilograms.describe('Reported as lost on the way'),
  discrepancy: kilograms.describe('What should have come to the gates and did not (positive), or came beyond it'),
})

const custody = z.strictObject({
  holder,
  from: instant,
  to: instant
    .optional()
    .describe('Absent: it has it still, as far as this movement goes. What was lost whole nobody has'),
  kg: kilograms.optional().describe('What it had when its custody began; absent while nobody has said'),
})

const leg = z.strictObject({
  leg: z.int().min(1),
  site: reference,
  receipt: z
    .strictObject({
      event: id,
      time: instant,
      outcome: z.enum(['accepted', 'partly-accepted', 'refused']),
      lot: reference.optional().describe('The lot that was made of what was accepted'),
      code: z.string().optional().describe('The code that was found, where the receipt says one'),
      kg: z.strictObject({
        expected: kilograms.describe('What should have come'),
        net: kilograms,
        accepted: kilograms,
        refused: kilograms,
        discrepancy: kilograms.describe('expected − net'),
      }),
    })
    .optional()
    .describe('What came of it at the gate; absent while it is planned or under way'),
})

const standing = z.enum(['effective', 'superseded', 'waiting', 'declined', 'unmatched'])

const timelineEntry = z.strictObject({
  position: z.int(),
  id,
  type: z.enum(Object.keys(movementEvents)),
  time: instant,
  recordedAt: instant,
  by: holder.optional().describe('The party it speaks for; absent where the event does not say'),
  recordedBy: z.string().describe('The key it came with: role:id'),
  correctedBy: z
    .strictObject({ id, standing })
    .optional()
    .describe('Of an event that was corrected: the correction that counts, else the newest one'),
  corrects: z.strictObject({ id, standing }).optional().describe('Of a correction: what it corrects'),
})

const warningCodes = Object.keys(warningTypes) as (keyof typeof warningTypes)[] // its own names, and no others

export const movementSchema = z.strictObject({
  id: reference,
  state,
  from,
  to,
  waste: waste.optional().describe('As announced; when nobody announced it, as a receipt found it'),
  kg,
  custody: z.array(custody).describe('From hand to hand'),
  legs: z.array(leg).describe('Each way to a site, in order of time'),
  gaps,
  warnings: z.array(
    z.strictObject({ code: z.enum(warningCodes), detail: z.string(), event: id.describe('The event it is about') }),
  ),
  timeline: z.array(timelineEntry).describe('Every event, in order of its time'),
  revision: z.int().min(0),
})

export const movementSummarySchema = z.strictObject({
  id: reference,
  time: instant.describe('When it began: the time of the earliest event that is known of it'),
  state,
  from,
  to,
  waste: waste.optional(),
  carriers: z.array(reference).describe('Every carrier that has a part in it, announced or not'),
  kg,
  gaps,
  revision: z.int().min(0),
})
