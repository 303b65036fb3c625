import { documentRead } from '../http/document-read.ts'
import { optional } from '../http/parameter.ts'
import { reference } from '../http/parameters.ts'
import { readersOfTheirPart } from '../http/readers.ts'
import { ownSites } from '../own-sites.ts'
import { findLot } from './find-lot.ts'
import { lotAnswer } from './lot-answer.ts'
import { LotReader } from './lot-reader.ts'
import { lotSchema } from './lot-schema.ts'

/** `GET /v1/lots/{lot}` */
export const lotRead = documentRead({
  path: '/v1/lots/{lot}',
  operationId: 'readLot',
  tag: 'lots',
  summary: 'A lot: what gave to it, what took from it, and what is left',
  readers: readersOfTheirPart('A party reads this of lots at its own sites.'),
  projections: ['lineage', 'directory'],
  pathParameters: { lot: reference('The lot') },
  queryParameters: {
    site: optional(reference('At which site: needed when lots at several sites are called so.')),
  },
  answer: { name: 'Lot', schema: lotSchema },
  read: async ({ path: { lot }, query: { site }, views, key }) => {
    const reader = new LotReader(views.lineage)
    const place = await findLot(reader, { lot, site }, async sites => [
      ...(await ownSites(views.directory, key, sites)),
    ])
    return lotAnswer(reader, place)
  },
})
