import { families } from '@athar/events/event-type.ts'
import { eventId, instant, referenceSign } from '@athar/events/fields.ts'
import { limits } from '@athar/events/limits.ts'
import { type WarningCode, warningTypes } from '@athar/events/warnings.ts'
import { problemSchema } from '@athar/http/openapi/problem-schema.ts'
import { z } from 'zod'

/** What the ledger answers, as schemas: the description is made from them, and a test holds every answer to it. */

const warningCodes = Object.keys(warningTypes) as WarningCode[] // `satisfies` has checked the keys

const position = z.int().min(1).describe('Place in the whole log, from 1, strictly increasing')
const revision = z.int().min(0).describe('Place in its stream, dense from 0')
const stream = z
  .string()
  .regex(new RegExp(`^(?:${families.join('|')})-${referenceSign}{1,${limits.referenceLengthMax}}$`))
  .describe('<family>-<subject>')
const labels = z.strictObject({ en: z.string(), fr: z.string(), ar: z.string() })

const warning = z.strictObject({ code: z.enum(warningCodes), detail: z.string() })

const taken = z.strictObject({
  id: eventId,
  outcome: z.enum(['recorded', 'duplicate']),
  stream,
  revision,
  position,
  recordedAt: instant,
  warnings: z.array(warning).describe('What was noticed; the event is recorded all the same'),
})

const index = z.int().min(0).describe('Place in the request, from 0')
const takenItem = taken.omit({ recordedAt: true }).extend({ index, warnings: z.array(warning).min(1).optional() })
const rejectedItem = z.strictObject({
  index,
  id: z.string().optional().describe('Absent when it could not be read'),
  outcome: z.literal('rejected'),
  problem: problemSchema,
})
const items = z.array(z.union([takenItem, rejectedItem])).describe('In the order sent')

const count = z.int().min(0)
const batchAnswer = z.strictObject({ recorded: count, duplicates: count, rejected: count, items })
const atomicRejection = problemSchema.extend({ items })

const recordedEvent = z.strictObject({
  position,
  stream,
  revision,
  version: z.int().min(2).optional().describe('Version of the payload, when it is not 1'),
  recordedAt: instant,
  recordedBy: z.string().describe('The key it came with: <role>:<key id>'),
  event: z.record(z.string(), z.unknown()).describe('The submitted event, unchanged: see Event'),
})

const feedPage = z.strictObject({
  items: z.array(recordedEvent),
  next: z.int().min(0).describe('The position to ask for as "after" next: the last one that was looked at'),
})
const movementEvents = z.strictObject({ items: z.array(recordedEvent).min(1) })

const listOfLists = z.strictObject({
  items: z.array(
    z.strictObject({ name: z.string(), title: labels, source: z.string(), href: z.string(), count: z.int() }),
  ),
})
const code = z
  .looseObject({ code: z.string(), labels, validFrom: z.iso.date().optional(), validTo: z.iso.date().optional() })
  .describe('What a code means, from when to when; some lists say more')
const codeList = z.strictObject({
  name: z.string(),
  title: labels,
  source: z.string().describe('Who says so'),
  items: z.array(code),
  at: z.iso.date().optional(),
})

/** By the names they have in the description. */
export const answerSchemas = {
  Problem: problemSchema,
  Warning: warning,
  Verdict: taken,
  BatchAnswer: batchAnswer,
  AtomicRejection: atomicRejection,
  RecordedEvent: recordedEvent,
  FeedPage: feedPage,
  MovementEvents: movementEvents,
  CodeLists: listOfLists,
  CodeList: codeList,
} as const
