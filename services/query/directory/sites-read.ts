import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { siteKinds } from '@athar/projections/directory/directory-projection.ts'
import { listRead } from '../http/list-read.ts'
import { optional } from '../http/parameter.ts'
import { matching, oneOf, reference, wilaya } from '../http/parameters.ts'
import { everyReader } from '../http/readers.ts'
import { siteSummarySchema } from './directory-answers.ts'
import { sitesPage } from './sites-page.ts'

/** `GET /v1/sites` */
export const sitesRead = listRead({
  path: '/v1/sites',
  operationId: 'listSites',
  tag: 'directory',
  summary: 'Sites, in order of name',
  readers: everyReader,
  projections: ['directory'],
  pathParameters: {},
  queryParameters: {
    wilaya: optional(wilaya('Sites in this wilaya, as they were registered last.')),
    organisation: optional(reference('Sites that this organisation holds.')),
    kind: optional(oneOf('Sites of this kind.', siteKinds)),
    name: optional(
      matching(
        'Sites whose name begins so, without regard to capitals, accents and the spelling of hamza.',
        `^.{1,${limits.nameLengthMax}}$`,
        phrase('characters-between', { max: limits.nameLengthMax }),
      ),
    ),
  },
  item: { name: 'SiteSummary', schema: siteSummarySchema },
  pageName: 'SitePage',
  columns: ['id', 'name', 'organisation', 'wilaya', 'commune', 'kinds', 'location.lat', 'location.lon', 'registered'],
  read: ({ query, views }, wanted) => sitesPage(views.directory, query, wanted),
})
