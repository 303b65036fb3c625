import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { z } from 'zod'
import { documentRead } from '../http/document-read.ts'
import { invalidParameter, optional } from '../http/parameter.ts'
import { position, reference } from '../http/parameters.ts'
import { holderOfSiteInPath } from '../http/readers.ts'
import { time } from '../http/times.ts'
import { kgOf } from '../kilograms.ts'
import { siteStock, siteStockAt } from './site-stock.ts'

const stockSchema = z.strictObject({
  site: z.string(),
  asOf: z.iso.datetime().describe('As it was then: the time asked for, else that of the answer'),
  knownAt: z.int().optional().describe('As the ledger knew it at this position; absent: as it knows it now'),
  position: z.int().describe('What the views have folded'),
  items: z
    .array(
      z.strictObject({
        code: z.string().describe('The waste, by its code; "unknown" when nobody has said'),
        kg: z.number().describe('Below zero when more has left than anyone told of coming'),
        lots: z
          .int()
          .optional()
          .describe(
            `Of how many lots something is left, or missing. Absent at a site with more than ${limits.lotsCountedMax} such lots; with \`asOf\` or \`knownAt\` at one that ever had more than ${limits.lotsCountedThenMax}`,
          ),
      }),
    )
    .describe('In order of code; what is used up is left out'),
  totalKg: z.number(),
})

/** `GET /v1/sites/{id}/stock` */
export const siteStockRead = documentRead({
  path: '/v1/sites/{id}/stock',
  operationId: 'readSiteStock',
  tag: 'stock',
  summary: 'What is in stock at a site',
  description:
    'Live, as of a time (when things happened), as known at a position (what the ledger had been told by then), or both: late events and corrections move what was, and never what was known. A site that nobody has told anything of has nothing.',
  readers: holderOfSiteInPath('id'),
  projections: ['mass-ledger', 'directory'],
  pathParameters: { id: reference('The site') },
  queryParameters: {
    asOf: optional(time('As it was then: all that had happened by that time, inclusive.')),
    knownAt: optional(position('As the ledger knew it at this position, inclusive.')),
  },
  answer: { name: 'SiteStock', schema: stockSchema },
  table: { columns: ['code', 'kg', 'lots'], rows: answer => answer.items },
  read: async ({ path: { id }, query: { asOf, knownAt }, views, position, nowMs }) => {
    // Beyond the views there may be events that they have not folded: the answer would be another one later.
    if (knownAt !== undefined && knownAt > position)
      throw invalidParameter('knownAt', phrase('folded-position', { position }))
    const view = views['mass-ledger']
    const at = { ...(asOf !== undefined && { asOfMs: asOf }), ...(knownAt !== undefined && { knownAt }) }
    const isLive = asOf === undefined && knownAt === undefined
    const stock = isLive ? await siteStock(view, id) : await siteStockAt(view, id, at)
    return {
      site: id,
      asOf: new Date(asOf ?? nowMs).toISOString(),
      ...(knownAt !== undefined && { knownAt }),
      position,
      items: stock.map(({ grams, ...item }) => ({ ...item, kg: kgOf(grams) })),
      totalKg: kgOf(stock.reduce((sum, each) => sum + each.grams, 0)),
    }
  },
})
