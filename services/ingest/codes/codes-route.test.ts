import { eventTypes } from '@athar/events/catalogue.ts'
import { builtInLists } from '@athar/events/codes/code-lists.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerSchemas } from '../openapi/answer-schemas.ts'
import { TestLedger } from '../testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
})
afterAll(() => ledger.stop())

async function list(path: string) {
  const response = await ledger.get(`/v1/codes/${path}`)
  expect(response.status).toBe(200)
  return answerSchemas.CodeList.parse(await response.json())
}

test('the lists that there are can all be read', async () => {
  const { items } = answerSchemas.CodeLists.parse(await (await ledger.get('/v1/codes')).json())
  expect(items.map(({ name }) => name)).toEqual(['event-types', ...builtInLists.map(({ name }) => name)])
  for (const { href, count } of items) expect((await list(href.replace('/v1/codes/', ''))).items).toHaveLength(count)
})

test('an entry has its labels in three languages, and its days', async () => {
  const { items } = await list('wilayas')
  expect(items[15]).toEqual({
    code: '16',
    labels: { en: 'Algiers', fr: 'Alger', ar: 'الجزائر' },
    validFrom: '1984-02-04',
  })
})

test.each([
  ['2019-12-17', 48],
  ['2026-12-31', 58],
  ['2027-01-01', 69],
])('on %s there are %i wilayas', async (day, count) => {
  const { items, at } = await list(`wilayas?at=${day}`)
  expect(items).toHaveLength(count)
  expect(at).toBe(day)
})

test('the event types are a list too', async () => {
  const { items } = await list('event-types')
  expect(items.map(({ code }) => code)).toEqual(Object.keys(eventTypes))
})

test.each(['2027-02-29', '2027-1-1', '2027-01-01T00:00:00Z', ''])('"%s" is no day', async day => {
  expect((await ledger.get(`/v1/codes/wilayas?at=${day}`)).status).toBe(400)
})

test.each(['none', '__proto__', 'constructor', '%2e%2e'])('there is no list "%s"', async name => {
  expect((await ledger.get(`/v1/codes/${name}`)).status).toBe(404)
})

test('every role reads them', async () => {
  for (const key of [await ledger.party('C-FIRST'), await ledger.key({ role: 'analyst' })])
    expect((await ledger.get('/v1/codes/low', { authorization: `Bearer ${key}` })).status).toBe(200)
})

describe('what the caller has already', () => {
  async function tag(path: string): Promise<string> {
    return (await ledger.get(path)).headers.get('etag') ?? ''
  }

  test('is not sent again', async () => {
    const known = await tag('/v1/codes/low')
    for (const header of [known, `W/${known}`, `"other", ${known}`, '*']) {
      const response = await ledger.get('/v1/codes/low', { 'if-none-match': header })
      expect(response.status).toBe(304)
      expect(await response.text()).toBe('')
    }
  })

  test('is sent again when it is of another day', async () => {
    const headers = { 'if-none-match': await tag('/v1/codes/wilayas?at=2026-12-31') }
    expect((await ledger.get('/v1/codes/wilayas?at=2027-01-01', headers)).status).toBe(200)
  })
})
