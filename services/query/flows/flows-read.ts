import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { z } from 'zod'
import { documentRead } from '../http/document-read.ts'
import { invalidParameter, optional, orElse } from '../http/parameter.ts'
import { oneOf, someOf } from '../http/parameters.ts'
import { readersOfEverything } from '../http/readers.ts'
import { kgOf } from '../kilograms.ts'
import { type FlowGroup, flowGroupings, flowKinds, flowSums, TooManyGroups, TooManySums } from './flow-sums.ts'
import { month, monthsAsked } from './months.ts'

const place = z
  .strictObject({ wilaya: z.string().optional().describe('Absent when nobody has registered the site') })
  .optional()

const flow = z.strictObject({
  from: place.describe('Where it comes from, or was treated'),
  to: place.describe('Where it was taken in; absent from treatments'),
  code: z
    .string()
    .optional()
    .describe(
      'As found at the gate, else as announced, else as the first gate that says so found it; absent when none does',
    ),
  operation: z.string().optional().describe('For which it was sent, or by which it was treated'),
  month: z.string().optional().describe('2026-11, in Algeria: of the receipt or the treatment'),
  kg: z.number(),
  count: z.int().describe('Receipts that accepted something, or lots that were treated'),
})

const flowsSchema = z.strictObject({
  from: z.string().describe('The first month that was summed'),
  to: z.string().describe('The last one'),
  items: z.array(flow).describe('In order of wilayas, code, operation and month'),
  position: z.int().describe('What the views have folded'),
})

/** `GET /v1/flows` */
export const flowsRead = documentRead({
  path: '/v1/flows',
  operationId: 'readFlows',
  tag: 'flows',
  summary: 'How much of which waste goes from where to where',
  description: `Sums of whole months, for maps and Sankey pictures: what gates accepted, or what was treated. At most
${limits.flowMonthsMax} months, ${limits.flowSumsMax} sums by waste and pair of sites (for more, ask for fewer months at a time), and
${limits.flowGroupsMax} items.`.replaceAll('\n', ' '),
  readers: readersOfEverything,
  projections: ['flows', 'directory'],
  pathParameters: {},
  queryParameters: {
    by: optional(someOf('What is told apart. One sum over everything when it is not given.', flowGroupings)),
    kind: orElse(
      oneOf('Movements that arrived, or treatments: where the flow ends, and by which operation.', flowKinds),
      'movement',
    ),
    from: optional(month('The first month, in Algeria. Eleven months before the last when it is not given.')),
    to: optional(month('The last month, which is in the sums. The present one when it is not given.')),
  },
  answer: { name: 'Flows', schema: flowsSchema },
  table: {
    columns: ['from.wilaya', 'to.wilaya', 'code', 'operation', 'month', 'kg', 'count'],
    rows: ({ items }) => items,
  },
  crowd: { max: limits.flowsAskedMax, full: 'flows-full' },
  read: async ({ query, views, position, nowMs, isAbandoned }) => {
    const months = monthsAsked(query, nowMs)
    const by = new Set(query.by)
    try {
      const groups = await flowSums(views, { kind: query.kind, by, months }, { isAbandoned })
      const isTreatment = query.kind === 'treatment'
      return {
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
        items: groups.map(group => flowOf(group, by.has('wilaya'), isTreatment)),
        position,
      }
    } catch (error) {
      if (error instanceof TooManySums)
        throw invalidParameter('to', phrase('fewer-months', { month: error.month, max: limits.flowSumsMax }))
      if (error instanceof TooManyGroups)
        throw invalidParameter('by', phrase('fewer-groupings', { max: limits.flowGroupsMax }))
      throw error
    }
  },
})

function flowOf(
  { fromWilaya, toWilaya, code, operation, month, grams, count }: FlowGroup,
  byWilaya: boolean,
  isTreatment: boolean,
): z.infer<typeof flow> {
  return {
    ...(byWilaya && { from: { ...(fromWilaya && { wilaya: fromWilaya }) } }),
    ...(byWilaya && !isTreatment && { to: { ...(toWilaya && { wilaya: toWilaya }) } }),
    ...(code !== undefined && { code }),
    ...(operation !== undefined && { operation }),
    ...(month !== undefined && { month }),
    kg: kgOf(grams),
    count,
  }
}
