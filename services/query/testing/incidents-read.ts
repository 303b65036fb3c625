import { subjectOf } from '@athar/projections/custody/documents.ts'
import { timeOfKey } from '@athar/projections/sort-keys.ts'
import { incidentIndex } from '@athar/projections/testing/incidents/incidents-projection.ts'
import { z } from 'zod'
import { listRead } from '../http/list-read.ts'
import { orElse } from '../http/parameter.ts'
import { oneOf } from '../http/parameters.ts'
import { readersOfEverything } from '../http/readers.ts'

export const incidentsRead = listRead({
  path: '/v1/incidents',
  operationId: 'listIncidents',
  tag: 'movements',
  summary: 'Movements with an incident of a kind, newest first',
  readers: readersOfEverything,
  projections: ['incidents'],
  pathParameters: {},
  queryParameters: { kind: orElse(oneOf('The kind of incident.', ['accident', 'spill', 'fire', 'theft']), 'accident') },
  item: { name: 'Incident', schema: z.strictObject({ movement: z.string(), time: z.iso.datetime() }) },
  pageName: 'IncidentPage',
  columns: ['movement', 'time'],
  read: async ({ views, query }, wanted) => {
    const { entries, next } = await views.incidents.list(incidentIndex(query.kind), { descending: true, ...wanted })
    const items = entries.map(({ sort, key }) => ({
      movement: subjectOf(key),
      time: new Date(timeOfKey(sort)).toISOString(),
    }))
    return { items, ...(next && { next }) }
  },
})
