import { limits } from '@athar/events/limits.ts'
import type { Direction } from '@athar/projections/lineage/trace.ts'
import { documentRead } from '../http/document-read.ts'
import { notFound } from '../http/not-found.ts'
import { optional, orElse } from '../http/parameter.ts'
import { oneOf, reference, wholeNumber } from '../http/parameters.ts'
import { readersOfTheirPart } from '../http/readers.ts'
import { ownSites } from '../own-sites.ts'
import { wholeLineage } from './find-lineage.ts'
import { findLot } from './find-lot.ts'
import { lineageAnswer } from './lineage-answer.ts'
import { lineageSchema } from './lineage-schema.ts'
import { LotReader } from './lot-reader.ts'
import { partGiven, partyLineage, type SitesHeld } from './party-lineage.ts'
import { walkBounds } from './walk-lineage.ts'

const directions: Readonly<Record<Direction | 'both', readonly Direction[]>> = {
  upstream: ['upstream'],
  downstream: ['downstream'],
  both: ['upstream', 'downstream'],
}

/** `GET /v1/lots/{lot}/lineage` */
export const lineageRead = documentRead({
  path: '/v1/lots/{lot}/lineage',
  operationId: 'readLineage',
  tag: 'lots',
  summary: 'Where a lot came from, and what became of it',
  description: `Through movements, groupings, splits and treatments; what comes out of them has of all that went in, in proportion to mass. To the gram: origins, and fates, add up to the lot. Looks into ${limits.lineageNodesMax} lots, movements and treatments each way at most.`,
  readers: readersOfTheirPart(
    'A party reads this of lots at its sites, and of the part of a lot that came from its sites: nodes and origins end at lots of others, fates do not.',
  ),
  projections: ['lineage', 'directory'],
  pathParameters: { lot: reference('The lot') },
  queryParameters: {
    site: optional(reference('At which site: needed when lots at several sites are called so.')),
    direction: orElse(
      oneOf<keyof typeof directions>('Where it came from, what became of it, or both.', [
        'upstream',
        'downstream',
        'both',
      ]),
      'both',
    ),
    depth: optional(
      wholeNumber('Steps from lot to lot, through a movement or a treatment. All there are, when it is not given.', {
        min: 1,
        max: limits.lineageNodesMax,
      }),
    ),
  },
  answer: { name: 'Lineage', schema: lineageSchema },
  read: async ({ path: { lot }, query, views, key }) => {
    const reader = new LotReader(views.lineage)
    const held: SitesHeld = sites => ownSites(views.directory, key, sites)
    const asked = { directions: directions[query.direction], bounds: { ...walkBounds, depth: query.depth } }
    const place = await findLot(reader, { lot, site: query.site }, async sites => {
      const own = await held(sites)
      const readable: string[] = []
      for (const site of sites)
        if (own.has(site) || (await partGiven(reader, { lot, site }, held)) !== undefined) readable.push(site)
      return readable
    })
    const isParty = key.role === 'party'
    const found = isParty ? await partyLineage(reader, place, asked, held) : await wholeLineage(reader, place, asked)
    if (found === undefined) throw notFound('lot', lot)
    return lineageAnswer(found)
  },
})
