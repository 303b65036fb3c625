import { movementGaps } from '@athar/projections/movements/gaps-of-movement.ts'
import { movementStates } from '@athar/projections/movements/state-of-movement.ts'
import { listRead } from '../http/list-read.ts'
import { optional } from '../http/parameter.ts'
import { oneOf, reference, wasteCode } from '../http/parameters.ts'
import { readersOfTheirPart } from '../http/readers.ts'
import { periodFrom, periodTo } from '../http/times.ts'
import { movementSummarySchema } from './movement-schemas.ts'
import { movementsPage } from './movements-page.ts'
import { ownParties } from './own-parties.ts'

/** `GET /v1/movements` */
export const movementsRead = listRead({
  path: '/v1/movements',
  operationId: 'listMovements',
  tag: 'movements',
  summary: 'Movements, newest first',
  description:
    'By the time of the earliest event known of each. A page that many filters pass over may be short, or empty, and have a `next`.',
  readers: readersOfTheirPart(
    'A party reads the movements in which it has a part, as a carrier or as the holder of a site.',
  ),
  projections: ['movements', 'directory'],
  pathParameters: {},
  queryParameters: {
    site: optional(
      reference('A site with a part in it: it leaves there, goes there, is received or redirected there.'),
    ),
    carrier: optional(reference('A carrier with a part in it: announced, or it had the load.')),
    state: optional(oneOf('Where the load is, as far as it is known.', movementStates)),
    code: optional(wasteCode('The waste, as announced or as a receipt found it.')),
    gap: optional(oneOf('What must have happened and is not recorded.', movementGaps)),
    from: optional(periodFrom('Movements that began then or later: the time of the earliest event known counts.')),
    to: optional(periodTo('Movements that began before.')),
  },
  item: { name: 'MovementSummary', schema: movementSummarySchema },
  pageName: 'MovementPage',
  columns: [
    'id',
    'time',
    'state',
    'from',
    'to',
    'waste.list',
    'waste.code',
    'waste.name',
    'waste.hazards',
    'carriers',
    'kg.declared',
    'kg.pickedUp',
    'kg.received',
    'kg.accepted',
    'kg.refused',
    'kg.lost',
    'kg.discrepancy',
    'gaps',
    'revision',
  ],
  read: async ({ query, views, key }, wanted) => {
    const own = key.role === 'party' ? await ownParties(views.directory, key.organisations, query) : undefined
    return movementsPage(views.movements, query, wanted, own)
  },
})
