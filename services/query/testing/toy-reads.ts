import type { IndexPlace } from '@athar/infra/view-store/port.ts'
import { custodyFold } from '@athar/projections/custody/custody-fold.ts'
import { type CustodyDocument, subjectOf } from '@athar/projections/custody/documents.ts'
import type { Projection } from '@athar/projections/projection.ts'
import { z } from 'zod'
import { documentRead } from '../http/document-read.ts'
import { listRead } from '../http/list-read.ts'
import { notFound } from '../http/not-found.ts'
import { optional, orElse } from '../http/parameter.ts'
import { flag, oneOf, reference } from '../http/parameters.ts'
import { everyReader, holderOfSiteInPath, holderOfSiteInQuery, readersOfEverything } from '../http/readers.ts'

/** The smallest projection there could be, to try on it what all reads share: movements by name. */
export const toyProjection: Projection = {
  name: 'toys',
  version: 1,
  fold: custodyFold,
  indexes(key, document) {
    const { kind } = document as CustodyDocument // the fold of custody sets nothing else
    return kind === 'movement' ? [{ index: 'toys:by-name', sort: subjectOf(key) }] : []
  },
}

const toy = z.strictObject({ name: z.string(), is: z.strictObject({ small: z.boolean().optional() }).optional() })

export const toyRead = documentRead({
  path: '/toys/{id}',
  operationId: 'readToy',
  tag: 'toys',
  summary: 'A toy',
  readers: everyReader,
  projections: ['toys'],
  pathParameters: { id: reference('The toy') },
  queryParameters: {},
  answer: { name: 'Toy', schema: toy },
  async read({ path, views }) {
    const key = `movement/${path.id}`
    if (!(await views.toys.get([key])).has(key)) throw notFound('lot', path.id)
    return { name: path.id }
  },
})

export const toysRead = listRead({
  path: '/toys',
  operationId: 'listToys',
  tag: 'toys',
  summary: 'All toys',
  readers: readersOfEverything,
  projections: ['toys'],
  pathParameters: {},
  queryParameters: {
    order: orElse(oneOf('In which order.', ['up', 'down']), 'up'),
    small: optional(flag('Only small ones.')),
  },
  item: { name: 'ToyItem', schema: toy },
  pageName: 'ToyPage',
  columns: ['name', 'is.small'],
  async read({ views, query }, { limit, after }) {
    const descending = query.order === 'down'
    const page = await views.toys.list('toys:by-name', { descending, limit, ...(after && { after }) })
    const items = page.entries.map(({ key }: IndexPlace) => ({ name: subjectOf(key) }))
    return { items, ...(page.next && { next: page.next }) }
  },
})

const siteAnswer = { name: 'ToySite', schema: z.strictObject({ site: z.string(), toys: z.array(toy) }) }

/** For parties: what is about a site that the path names, with a table. */
export const toysOfSiteRead = documentRead({
  path: '/sites/{id}/toys',
  operationId: 'readToysOfSite',
  tag: 'toys',
  summary: 'The toys of a site',
  readers: holderOfSiteInPath('id'),
  projections: ['toys', 'directory'],
  pathParameters: { id: reference('The site') },
  queryParameters: {},
  answer: siteAnswer,
  table: { columns: ['name'], rows: ({ toys }) => toys },
  read: async ({ path }) => ({ site: path.id, toys: [{ name: '=1+1' }] }),
})

/** For parties: what is about a site that the query names. */
export const toysBySiteRead = documentRead({
  path: '/toys-by-site',
  operationId: 'readToysBySite',
  tag: 'toys',
  summary: 'The toys of a site, or of all',
  readers: holderOfSiteInQuery('site'),
  projections: ['toys', 'directory'],
  pathParameters: {},
  queryParameters: { site: optional(reference('Only of this site.')) },
  answer: siteAnswer,
  read: async ({ query }) => ({ site: query.site ?? 'all', toys: [] }),
})
