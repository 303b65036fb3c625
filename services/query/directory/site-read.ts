import { holderOf } from '@athar/projections/directory/documents.ts'
import { directoryOf } from '@athar/projections/directory/known-directory.ts'
import { documentRead } from '../http/document-read.ts'
import { notFound } from '../http/not-found.ts'
import { reference } from '../http/parameters.ts'
import { everyReader } from '../http/readers.ts'
import { permitAnswers, siteAnswer, siteSchema } from './directory-answers.ts'
import { organisationDocument, permitsGrantedTo, siteDocuments } from './directory-documents.ts'

/** `GET /v1/sites/{id}` */
export const siteRead = documentRead({
  path: '/v1/sites/{id}',
  operationId: 'readSite',
  tag: 'directory',
  summary: 'A site, who holds it, and what it may do',
  description: 'As it was registered last.',
  readers: everyReader,
  projections: ['directory'],
  pathParameters: { id: reference('The site') },
  queryParameters: {},
  answer: { name: 'Site', schema: siteSchema },
  read: async ({ path: { id }, views: { directory }, nowMs, language }) => {
    const [site] = await siteDocuments(directory, [id])
    if (site === undefined) throw notFound('site', id)
    const organisation = holderOf(site)
    const [holder, own, itsHolders] = await Promise.all([
      organisationDocument(directory, organisation),
      permitsGrantedTo(directory, { site: id }),
      permitsGrantedTo(directory, { organisation }),
    ])
    const permits = [...own, ...itsHolders]
    return siteAnswer(site, holder, permitAnswers(permits, directoryOf(permits), { nowMs, language }))
  },
})
