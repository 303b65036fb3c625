import { carrier, otherPlant, plant, producer, secondCarrier } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { corrected, declared, handedOver, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerSchemas } from '../openapi/answer-schemas.ts'
import { TestLedger } from '../testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
  await ledger.record(...registeredSites, declared(), pickedUp(), handedOver(), received())
})
afterAll(() => ledger.stop())

async function read(movement: string, key: string) {
  return ledger.get(`/v1/movements/${movement}/events`, { authorization: `Bearer ${key}` })
}

test('the events of a movement come as they were recorded, in order of recording', async () => {
  const answer = answerSchemas.MovementEvents.parse(await (await read('MV-1', ledger.service)).json())
  expect(answer.items.map(({ position, revision, event }) => ({ position, revision, event }))).toEqual(
    [declared(), pickedUp(), handedOver(), received()].map((event, index) => ({
      position: registeredSites.length + index + 1,
      revision: index,
      event,
    })),
  )
})

describe('like every read', () => {
  const head = registeredSites.length + 4
  const ask = (minPosition: string) =>
    ledger.get(`/v1/movements/MV-1/events?minPosition=${minPosition}`, { authorization: `Bearer ${ledger.service}` })

  test('they say how far the log was read', async () => {
    const response = await ask(`${head}`)
    expect(response.status).toBe(200)
    expect(Number(response.headers.get('athar-position'))).toBeGreaterThanOrEqual(head)
  })

  test('they are not answered as of a position that is not there', async () => {
    const response = await ask('1000000')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(answerSchemas.Problem.parse(await response.json()).code).toBe('view-behind')
  })

  test('they ask for a whole number', async () => {
    expect((await ask('-1')).status).toBe(400)
  })
})

describe('a party reads a movement in which it has a part', () => {
  test.each([
    ['as the holder of the site it leaves', producer.organisation],
    ['as the holder of the site it goes to', plant.organisation],
    ['as its first carrier', carrier],
    ['as its second carrier', secondCarrier],
  ])('%s', async (_, organisation) => {
    expect((await read('MV-1', await ledger.party('O-ELSE', organisation))).status).toBe(200)
  })
})

describe('is not found', () => {
  async function detail(movement: string, key: string): Promise<string> {
    const response = await read(movement, key)
    expect(response.status).toBe(404)
    return answerSchemas.Problem.parse(await response.json()).detail.replace(movement, '')
  }

  test('a movement that is not there', async () => {
    expect((await read('MV-NONE', ledger.service)).status).toBe(404)
  })

  test('one in which the party has no part, with the words for one that is not there', async () => {
    const stranger = await ledger.party(otherPlant.organisation)
    expect(await detail('MV-1', stranger)).toBe(await detail('MV-NONE', stranger))
  })

  test('one that named the carrier by mistake, once it is corrected', async () => {
    const around = { subject: 'MV-2', id: 'declared-2' }
    const named = declared({ carriers: ['C-MISTAKEN'] }, around)
    await ledger.record(named)
    const mistaken = await ledger.party('C-MISTAKEN')
    expect((await read('MV-2', mistaken)).status).toBe(200)
    await ledger.record(corrected(named, { carriers: [carrier] }, { subject: 'MV-2' }))
    expect((await read('MV-2', mistaken)).status).toBe(404)
  })

  test.each([
    ['one of five thousand characters', 'x'.repeat(5_000)],
    ['one of a zero', '%00'],
    ['one in Arabic', '%D8%A3'],
  ])('%s', async (_, movement) => {
    expect((await read(movement, ledger.service)).status).toBe(404)
  })
})

test('a name may be written with escapes, however long it is', async () => {
  const subject = ':'.repeat(64)
  await ledger.record(declared({}, { subject, id: 'colons' }))
  expect((await read(encodeURIComponent(subject), ledger.service)).status).toBe(200)
})

test.each(['inspector', 'analyst', 'authority'] as const)('%s reads every movement', async role => {
  expect((await read('MV-1', await ledger.key({ role }))).status).toBe(200)
})
