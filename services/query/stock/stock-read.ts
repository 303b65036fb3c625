import { z } from 'zod'
import { listRead } from '../http/list-read.ts'
import { optional, orElse } from '../http/parameter.ts'
import { oneOf, reference, wasteCode, wilaya } from '../http/parameters.ts'
import { holderOfSiteInQuery } from '../http/readers.ts'
import { kgOf } from '../kilograms.ts'
import { stockGroupings, stockPage } from './stock-page.ts'

const groupSchema = z.strictObject({
  code: z.string().describe('The waste, by its code; "unknown" when nobody has said'),
  kg: z.number().describe('Below zero when more has left than anyone told of coming'),
  sites: z.int().optional().describe('By code: at how many sites'),
  site: z.string().optional().describe('By site: where'),
  wilaya: z.string().optional().describe('By site: the wilaya of a site that is registered'),
})

/** `GET /v1/stock` */
export const stockRead = listRead({
  path: '/v1/stock',
  operationId: 'listStock',
  tag: 'stock',
  summary: 'What is in stock, over all sites',
  description:
    'By code, over all sites that the filters leave, or by code and site. In order of code, then site; what is used up is left out.',
  readers: holderOfSiteInQuery('site'),
  projections: ['mass-ledger', 'directory'],
  pathParameters: {},
  queryParameters: {
    wilaya: optional(wilaya('At sites in this wilaya, as they were registered last.')),
    code: optional(wasteCode('Of this waste.')),
    site: optional(reference('At this site.')),
    by: orElse(oneOf('What an item stands for: a code, or a code at a site.', stockGroupings), 'code'),
  },
  item: { name: 'StockItem', schema: groupSchema },
  pageName: 'StockPage',
  columns: ['code', 'kg', 'sites', 'site', 'wilaya'],
  read: async ({ views, query }, wanted) => {
    const { items, ...rest } = await stockPage(views, query, wanted)
    return {
      ...rest,
      items: items.map(({ code, grams, sites, first: { site, wilaya } }) =>
        query.by === 'code'
          ? { code, kg: kgOf(grams), sites }
          : { code, kg: kgOf(grams), site, ...(wilaya !== undefined && { wilaya }) },
      ),
    }
  },
})
