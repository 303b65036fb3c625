import { instant, reference } from '@athar/events/fields.ts'
import { fateKinds, originKinds } from '@athar/projections/lineage/ends.ts'
import { z } from 'zod'

/** The answer about a lineage, as it is described and as tests hold it. */

const kg = z.number().describe('Kilograms, at most three decimals')
const code = z.string().describe('The waste, by its code; "unknown" when nobody has said')

const nodeId = z.string().describe('`lot/<site>/<lot>`, `movement/<movement>` or `treatment/<treatment>`')

const node = z.strictObject({
  id: nodeId,
  kind: z.enum(['lot', 'movement', 'treatment']),
  name: reference.describe('The lot, movement or treatment, as events call it'),
  site: z.string().optional().describe('Where it is; of a movement, where it comes from'),
  code: code.optional(),
  operation: z.string().optional().describe('Of a treatment'),
  kg: kg
    .optional()
    .describe(
      'All that came in, which is all that went out and what is left; of a node that is `cut`, what its edges carry',
    ),
  throughKg: kg.describe('What of the lot asked for came or went through it'),
  time: instant.optional().describe('When it began to be'),
  cut: z.literal(true).optional().describe('It was not looked into: what lies beyond it is not here'),
})

const edge = z.strictObject({ from: nodeId, to: nodeId, kg: kg.describe('All that flowed, of whatever lot') })

const where = {
  site: z.string().optional(),
  lot: reference.optional(),
  movement: reference.optional(),
  treatment: reference.optional(),
}

const shares = {
  kg: kg.describe('To the gram: all of them add up to `kg` of the lot'),
  share: z.number().describe('Of 1: `kg` by `kg` of the lot'),
}

const origin = z.strictObject({
  kind: z
    .enum(originKinds)
    .describe(
      '`movement`: taken over at a site, from no lot. `production`: a lot that a site made. `adjusted`: found by a count. `discrepancy`: more arrived than was taken over. `unrecorded`: more left than had come, nobody has told from where. `deeper`: of a lot or movement that was not looked into. `circle`: of lots made of each other',
    ),
  ...where,
  ...shares,
})

const fate = z.strictObject({
  kind: z
    .enum(fateKinds)
    .describe(
      '`stock`: still there. `transit`: on the road. `fate`: ended by an operation. `loss`. `adjusted`: missed by a count. `discrepancy`: less arrived than was taken over. `deeper`, `circle`: as for origins',
    ),
  operation: z.string().optional(),
  ...where,
  ...shares,
})

export const lineageSchema = z.strictObject({
  lot: reference,
  site: z.string(),
  kg: kg
    .optional()
    .describe(
      'What came into the lot, or went out of it where that is more; absent when it is too large to be looked into',
    ),
  nodes: z.array(node).describe('The lot itself first, then as they were reached'),
  edges: z.array(edge),
  origins: z.array(origin).optional().describe('The largest first; absent when only downstream was asked for'),
  fates: z.array(fate).optional().describe('The largest first; absent when only upstream was asked for'),
  circles: z
    .array(z.array(nodeId))
    .optional()
    .describe(
      'Nodes that flow into each other. Each circle is taken as one pool: what leaves it has of all that entered',
    ),
  truncated: z
    .literal(true)
    .optional()
    .describe('There was more to look into than one answer may: `deeper` stands for the rest'),
})

export type LineageAnswer = z.infer<typeof lineageSchema>
