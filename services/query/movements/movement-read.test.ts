import { CodeLists } from '@athar/events/codes/code-lists.ts'
import { movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { carrier, otherPlant, plant, producer, secondCarrier } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { corrected, declared, handedOver, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { movementAnswer } from '@athar/projections/movements/movement-answer.ts'
import { movementsProjection } from '@athar/projections/movements/movements-projection.ts'
import { documentOf } from '@athar/projections/movements/testing/known-movement.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { movementSchema } from './movement-schemas.ts'
import { movementReads } from './reads.ts'

const mistaken = declared({ carriers: ['C-MISTAKEN'] }, { subject: 'MV-2', id: 'declared-2' })

let served: ServedReads

beforeAll(async () => {
  const events = [
    ...registeredSites,
    declared(),
    pickedUp(),
    handedOver(),
    received({ netKg: 900, acceptedKg: 900 }),
    mistaken,
    corrected(mistaken, { carriers: [carrier] }, { subject: 'MV-2' }),
  ]
  served = await ServedReads.start(movementReads, ViewsInMemory.of([movementsProjection, directoryProjection], events))
})
afterAll(() => served.stop())

test('a movement reads as it is described', async () => {
  const response = await served.get('/v1/movements/MV-1')
  expect(response.headers.get('athar-position')).toBe('9')
  const answer = movementSchema.parse(await response.json())
  expect(answer).toMatchObject({ id: 'MV-1', state: 'received', kg: { discrepancy: 100 } })
  expect(answer.warnings).toMatchObject([{ code: 'weight-differs', event: 'received' }])
})

test('warnings are in the language of the reader', async () => {
  const response = await served.get('/v1/movements/MV-1', { 'accept-language': 'fr' })
  expect(movementSchema.parse(await response.json()).warnings[0]?.detail).toMatch(/^reçu 900/)
})

describe('a party reads a movement in which it has a part', () => {
  test.each([
    ['as the holder of the site it leaves', producer.organisation],
    ['as the holder of the site it goes to', plant.organisation],
    ['as its first carrier', carrier],
    ['as its second carrier', secondCarrier],
  ])('%s', async (_, organisation) => {
    expect((await served.getAs(['O-ELSE', organisation], '/v1/movements/MV-1')).status).toBe(200)
  })
})

describe('is not found', () => {
  test('a movement that is not there, nor one in which the party has no part, in the same words', async () => {
    const asStranger = async (id: string) => {
      const response = await served.getAs([otherPlant.organisation], `/v1/movements/${id}`)
      expect(response.status).toBe(404)
      return (await response.text()).replaceAll(id, '')
    }
    expect(await asStranger('MV-1')).toBe(await asStranger('MV-NONE'))
  })

  test('one that named the carrier by mistake, once it is corrected', async () => {
    expect((await served.getAs(['C-MISTAKEN'], '/v1/movements/MV-2')).status).toBe(404)
    expect((await served.getAs([carrier], '/v1/movements/MV-2')).status).toBe(200)
  })
})

test('any movement keeps to its description', () => {
  const codes = new CodeLists()
  fc.assert(
    fc.property(movementStory, story => {
      const answer = movementAnswer('MV-1', documentOf(...story), { codes, language: 'ar' })
      expect(movementSchema.parse(answer)).toEqual(answer)
    }),
  )
})
