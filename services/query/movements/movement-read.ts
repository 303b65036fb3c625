import { codeLists } from '@athar/events/codes/code-lists.ts'
import { movementOf } from '@athar/events/movement/movement.ts'
import { haveAPart } from '@athar/events/movement/part-in-movement.ts'
import { custodyKey, type MovementDocument } from '@athar/projections/custody/documents.ts'
import { movementAnswer } from '@athar/projections/movements/movement-answer.ts'
import { holdersOfSites } from '../directory/directory-documents.ts'
import { documentRead } from '../http/document-read.ts'
import { notFound } from '../http/not-found.ts'
import { reference } from '../http/parameters.ts'
import { readersOfTheirPart } from '../http/readers.ts'
import { movementSchema } from './movement-schemas.ts'

/** `GET /v1/movements/{id}` */
export const movementRead = documentRead({
  path: '/v1/movements/{id}',
  operationId: 'readMovement',
  tag: 'movements',
  summary: 'A movement as it is known now',
  description: 'Corrections are applied; whatever the order in which its events came, it reads the same.',
  readers: readersOfTheirPart(
    'A party reads the movements in which it has a part, as a carrier or as the holder of a site.',
  ),
  projections: ['movements', 'directory'],
  pathParameters: { id: reference('The movement') },
  queryParameters: {},
  answer: { name: 'Movement', schema: movementSchema },
  read: async ({ path: { id }, views, key, language }) => {
    const documentKey = custodyKey('movement', id)
    const json = (await views.movements.get([documentKey])).get(documentKey)
    if (json === undefined) throw notFound('movement', id)
    const document = JSON.parse(json) as MovementDocument // the fold of custody has written it
    // Who has no part in it learns no more than that there is nothing for him.
    const holdersOf = async (sites: readonly string[]) => (await holdersOfSites(views.directory, sites)).values()
    if (key.role === 'party' && !(await haveAPart(key.organisations, movementOf(document), holdersOf)))
      throw notFound('movement', id)
    return movementAnswer(id, document, { codes: codeLists, language })
  },
})
