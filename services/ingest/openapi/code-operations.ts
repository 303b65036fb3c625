import { builtInLists } from '@athar/events/codes/code-lists.ts'
import { everyRole } from '@athar/http/authentication.ts'
import { acceptLanguage, forRoles, notModified, type Operation, path, query } from '@athar/http/openapi/operation.ts'
import { jsonResponse, problemResponses, type Response } from '@athar/http/openapi/responses.ts'

export const getCodes: Operation = {
  operationId: 'listCodeLists',
  tags: ['codes'],
  summary: 'Which code lists there are',
  description: forRoles(everyRole),
  parameters: [acceptLanguage()],
  responses: {
    200: cacheable(jsonResponse('The lists, with their titles', 'CodeLists')),
    304: notModified(),
    ...problemResponses(['invalid-query', 'unauthenticated', 'not-acceptable']),
  },
}

export const getCodeList: Operation = {
  operationId: 'readCodeList',
  tags: ['codes'],
  summary: 'A code list, labelled in three languages',
  description: forRoles(everyRole),
  parameters: [
    path('list', 'Its name', { type: 'string', examples: ['event-types', ...builtInLists.map(list => list.name)] }),
    query('at', 'Only what is valid on this day, in Algeria.', { type: 'string', format: 'date' }),
    acceptLanguage(),
  ],
  responses: {
    200: cacheable(jsonResponse('The list', 'CodeList')),
    304: notModified(),
    ...problemResponses(['invalid-query', 'unauthenticated', 'not-found', 'not-acceptable']),
  },
}

function cacheable(response: Response): Response {
  return { ...response, headers: { ETag: { schema: { type: 'string' } } } }
}
