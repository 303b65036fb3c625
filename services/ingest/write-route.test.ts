import { limits } from '@athar/events/limits.ts'
import { producer } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { cancelled, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { negotiateLanguage } from '@athar/http/accept-language.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerSchemas } from './openapi/answer-schemas.ts'
import { TestLedger } from './testing/test-ledger.ts'

let ledger: TestLedger
let movements = 0

beforeAll(async () => {
  ledger = await TestLedger.start()
  await ledger.record(...registeredSites)
})
afterAll(() => ledger.stop())

/** A movement that nothing is recorded of yet. */
function newMovement(): { readonly subject: string } {
  return { subject: `MV-${++movements}` }
}

function ndjson(...events: readonly unknown[]): string {
  return events.map(event => JSON.stringify(event)).join('\n')
}

const lines = { 'content-type': 'application/x-ndjson' }
const batch = { 'content-type': 'application/cloudevents-batch+json' }

describe('one event', () => {
  test('is recorded, with what was noticed', async () => {
    const { subject } = newMovement()
    const response = await ledger.post(JSON.stringify(pickedUp({}, { subject })))
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      id: 'picked-up',
      outcome: 'recorded',
      stream: `movement-${subject}`,
      revision: 0,
      warnings: [{ code: 'declaration-missing' }],
    })
  })

  test('that comes again is a duplicate, and answers with where it stands', async () => {
    const event = JSON.stringify(declared({}, newMovement()))
    const first = answerSchemas.Verdict.parse(await (await ledger.post(event)).json())
    const again = await ledger.post(event)
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ outcome: 'duplicate', position: first.position })
  })

  test('is found in the feed under the position of its verdict', async () => {
    const response = await ledger.post(JSON.stringify(declared({}, newMovement())))
    const { position } = answerSchemas.Verdict.parse(await response.json())
    const page = await (await ledger.get(`/v1/events?after=${position - 1}&limit=1`)).json()
    expect(page).toMatchObject({ items: [{ position, event: { id: 'declared' } }], next: position })
  })

  test.each(['application/json', 'application/cloudevents+json; charset=utf-8', 'APPLICATION/JSON'])(
    'comes as %s',
    async type => {
      const response = await ledger.post(JSON.stringify(declared({}, newMovement())), { 'content-type': type })
      expect(response.status).toBe(201)
    },
  )
})

describe('refused', () => {
  async function refusal(response: Response | Promise<Response>) {
    const answer = await response
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const problem = answerSchemas.Problem.parse(await answer.json())
    expect(problem.status).toBe(answer.status)
    return problem
  }

  test('400 what is not JSON', async () => {
    expect(await refusal(ledger.post('{"specversion":'))).toMatchObject({ status: 400, code: 'not-json' })
  })

  test('400 what is not UTF-8', async () => {
    expect(await refusal(ledger.post(Buffer.from([0x22, 0xff, 0x22])))).toMatchObject({ code: 'not-json' })
  })

  test('400 a query parameter that is not known', async () => {
    expect(await refusal(ledger.post('{}', {}, '?atomicc=true'))).toMatchObject({ status: 400, code: 'invalid-query' })
  })

  test.each(['', 'Bearer', 'Bearer x', 'Basic YTpi', `Bearer athar_aaaaaaaaaa_${'a'.repeat(43)}`])(
    '401 with "%s" for a key',
    async authorization => {
      const response = await ledger.post('{}', { authorization })
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(await refusal(response)).toMatchObject({ status: 401, code: 'unauthenticated' })
    },
  )

  test('401 with a key that was revoked', async () => {
    const key = await ledger.key({ role: 'service' })
    const [record] = (await ledger.keys.list()).slice(-1)
    await ledger.keys.revoke(record?.id ?? '', Date.now())
    expect(await refusal(ledger.post('{}', { authorization: `Bearer ${key}` }))).toMatchObject({ status: 401 })
  })

  test.each(['inspector', 'analyst'] as const)('403 the key of an %s', async role => {
    const authorization = `Bearer ${await ledger.key({ role })}`
    expect(await refusal(ledger.post('{}', { authorization }))).toMatchObject({ status: 403, code: 'role-may-not' })
  })

  test('403 who speaks for another', async () => {
    const authorization = `Bearer ${await ledger.party('O-STRANGER')}`
    const response = ledger.post(JSON.stringify(declared({}, newMovement())), { authorization })
    expect(await refusal(response)).toMatchObject({ status: 403, code: 'not-your-party' })
  })

  test('not who speaks for himself', async () => {
    const authorization = `Bearer ${await ledger.party(producer.organisation)}`
    expect((await ledger.post(JSON.stringify(declared({}, newMovement())), { authorization })).status).toBe(201)
  })

  test('409 what was said already, naming the event that said it', async () => {
    const around = newMovement()
    await ledger.record(declared({}, around))
    const second = await refusal(ledger.post(JSON.stringify(declared({ kg: 7 }, { ...around, id: 'second' }))))
    expect(second).toMatchObject({ status: 409, code: 'already-recorded' })
    expect(second.detail).toContain('event declared')
  })

  test('409 an id with other content', async () => {
    const around = newMovement()
    await ledger.record(declared({}, around))
    const other = await refusal(ledger.post(JSON.stringify(declared({ kg: 7 }, around))))
    expect(other).toMatchObject({ status: 409, code: 'id-reused' })
  })

  test('409 what was decided on another revision', async () => {
    const event = { ...declared({}, newMovement()), expectedrevision: 3 }
    expect(await refusal(ledger.post(JSON.stringify(event)))).toMatchObject({ status: 409, code: 'wrong-revision' })
  })

  test('413 a batch with one event too many', async () => {
    const response = ledger.post('{}\n'.repeat(limits.batchEventsMax + 1), lines)
    expect(await refusal(response)).toMatchObject({ status: 413, code: 'body-too-large' })
  })

  test('413 an atomic batch with one event too many', async () => {
    const response = ledger.post('{}\n'.repeat(limits.atomicBatchEventsMax + 1), lines, '?atomic=true')
    expect(await refusal(response)).toMatchObject({ status: 413, code: 'body-too-large' })
  })

  test('413 an event of its own size', async () => {
    const response = ledger.post(JSON.stringify({ ...declared(), tracestate: 'x'.repeat(limits.eventBytesMax) }))
    expect(await refusal(response)).toMatchObject({ status: 413, code: 'event-too-large' })
  })

  test.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', ''])(
    '415 a body of %s',
    async type => {
      const response = ledger.post(JSON.stringify(declared()), { 'content-type': type })
      expect(await refusal(response)).toMatchObject({ status: 415, code: 'unsupported-media-type' })
    },
  )

  test('415 a coding that is not known', async () => {
    const response = ledger.post('{}', { 'content-encoding': 'rot13' })
    expect(await refusal(response)).toMatchObject({ status: 415 })
  })

  test('422 an invalid event, with a pointer to each place', async () => {
    const wrong = { ...declared(), data: { ...declared().data, kg: 1.2345, extra: 1 } }
    expect(await refusal(ledger.post(JSON.stringify(wrong)))).toMatchObject({
      status: 422,
      code: 'invalid-event',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/data/kg', code: 'too-many-decimals' }),
        expect.objectContaining({ pointer: '/data/extra', code: 'unknown-field' }),
      ]),
    })
  })

  test.each([
    ['en', 'Key required'],
    ['fr-DZ, en;q=0.5', 'Clé requise'],
    ['ar-DZ', 'المفتاح مطلوب'],
    ['de', 'Key required'],
  ])('in the language of "%s"', async (accepted, title) => {
    const response = await ledger.post('{}', { authorization: '', 'accept-language': accepted })
    expect(response.headers.get('content-language')).toBe(negotiateLanguage(accepted))
    expect(await refusal(response)).toMatchObject({ title })
  })
})

describe('a batch', () => {
  test('as an array: each item has its own verdict, in the order sent', async () => {
    const around = newMovement()
    const events = [declared({}, around), { id: 'odd' }, declared({}, around), pickedUp({}, around)]
    const response = await ledger.post(JSON.stringify(events), batch)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      recorded: 2,
      duplicates: 1,
      rejected: 1,
      items: [
        { index: 0, id: 'declared', outcome: 'recorded', revision: 0 },
        { index: 1, id: 'odd', outcome: 'rejected', problem: { code: 'invalid-event' } },
        { index: 2, id: 'declared', outcome: 'duplicate', revision: 0 },
        { index: 3, id: 'picked-up', outcome: 'recorded', revision: 1 },
      ],
    })
  })

  test('as lines: one that is no JSON harms no other', async () => {
    const around = newMovement()
    const body = `${JSON.stringify(declared({}, around))}\r\n\n{"cut":\n${JSON.stringify(pickedUp({}, around))}`
    expect(await (await ledger.post(body, lines)).json()).toMatchObject({
      recorded: 2,
      rejected: 1,
      items: [{ outcome: 'recorded' }, { outcome: 'rejected', problem: { code: 'not-json' } }, { outcome: 'recorded' }],
    })
  })

  test('may be empty', async () => {
    expect(await (await ledger.post('[]', batch)).json()).toEqual({
      recorded: 0,
      duplicates: 0,
      rejected: 0,
      items: [],
    })
    expect(await (await ledger.post('\n\n', lines)).json()).toMatchObject({ items: [] })
  })

  test('that is no array is refused as a whole', async () => {
    for (const body of ['{}', '[{}', '[{}]]', '"x"', ''])
      expect((await ledger.post(body, batch)).status, body).toBe(400)
  })

  test('atomic, all good: all is written', async () => {
    const around = newMovement()
    const response = await ledger.post(ndjson(declared({}, around), pickedUp({}, around)), lines, '?atomic=true')
    expect(await response.json()).toMatchObject({ recorded: 2, rejected: 0 })
  })

  test.each([
    ['an invalid one', { id: 'odd' }, 'invalid-event'],
    ['one that the rules refuse', received({ site: 'S-PLANT' }, { id: 'received', subject: 'MV-TAKEN' }), 'id-reused'],
  ])('atomic, with %s: nothing is written', async (_, bad, code) => {
    await ledger.post(JSON.stringify(received({ netKg: 999, acceptedKg: 999 }, { subject: 'MV-TAKEN' })))
    const around = newMovement()
    const head = await headOf(ledger)
    const response = await ledger.post(ndjson(declared({}, around), bad), lines, '?atomic=true')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      code: 'atomic-batch-rejected',
      items: [{ problem: { code: 'not-tried' } }, { problem: { code } }],
    })
    expect(await headOf(ledger)).toBe(head)
    expect((await ledger.post(JSON.stringify(declared({}, around)))).status).toBe(201)
  })

  test('Prefer: return=minimal answers only what was rejected', async () => {
    const around = newMovement()
    const response = await ledger.post(ndjson(declared({}, around), { id: 'odd' }, cancelled({}, around)), {
      ...lines,
      prefer: 'return=minimal',
    })
    const answer = answerSchemas.BatchAnswer.parse(await response.json())
    expect(answer).toMatchObject({ recorded: 2, rejected: 1, items: [{ index: 1, id: 'odd' }] })
    expect(answer.items).toHaveLength(1)
  })
})

/** The position of the last event on disk. */
async function headOf(of: TestLedger): Promise<number> {
  return Number(/^athar_head_position (\d+)$/m.exec(await (await of.get('/metrics')).text())?.[1])
}

describe('a crowd', () => {
  test('503 with Retry-After while the queue is full, and what was acknowledged is there', async () => {
    const small = await TestLedger.start({ eventsMax: 20 })
    try {
      const posts = Array.from({ length: 60 }, (_, index) =>
        small.post(
          ndjson(...Array.from({ length: 10 }, (_, part) => declared({}, { subject: `MV-${index}-${part}` }))),
          lines,
        ),
      )
      const responses = await Promise.all(posts)
      const statuses = responses.map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set([200, 503]))
      for (const response of responses.filter(({ status }) => status === 503)) {
        expect(response.headers.get('retry-after')).toBe('1')
        expect(await response.json()).toMatchObject({ code: 'ledger-busy' })
      }
      expect(await headOf(small)).toBe(10 * statuses.filter(status => status === 200).length)
    } finally {
      await small.stop()
    }
  })
})
