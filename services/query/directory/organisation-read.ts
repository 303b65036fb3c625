import { directoryOf } from '@athar/projections/directory/known-directory.ts'
import { documentRead } from '../http/document-read.ts'
import { notFound } from '../http/not-found.ts'
import { reference } from '../http/parameters.ts'
import { everyReader } from '../http/readers.ts'
import { organisationAnswer, organisationSchema, permitAnswers } from './directory-answers.ts'
import { organisationDocument, permitsGrantedTo } from './directory-documents.ts'

/** `GET /v1/organisations/{id}` */
export const organisationRead = documentRead({
  path: '/v1/organisations/{id}',
  operationId: 'readOrganisation',
  tag: 'directory',
  summary: 'An organisation, and its permits',
  description: 'As it was registered last. Its sites are at `/v1/sites?organisation=`.',
  readers: everyReader,
  projections: ['directory'],
  pathParameters: { id: reference('The organisation') },
  queryParameters: {},
  answer: { name: 'Organisation', schema: organisationSchema },
  read: async ({ path: { id }, views, nowMs, language }) => {
    const document = await organisationDocument(views.directory, id)
    if (document === undefined) throw notFound('organisation', id)
    const permits = await permitsGrantedTo(views.directory, { organisation: id })
    return organisationAnswer(document, permitAnswers(permits, directoryOf(permits), { nowMs, language }))
  },
})
