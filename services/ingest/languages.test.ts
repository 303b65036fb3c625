import { clock } from '@athar/events/testing/events.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerSchemas } from './openapi/answer-schemas.ts'
import { TestLedger } from './testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
  await ledger.record(declared(), pickedUp())
})
afterAll(() => ledger.stop())

async function problemIn(language: string, event: object) {
  const response = await ledger.post(JSON.stringify(event), { 'accept-language': language })
  return answerSchemas.Problem.parse(await response.json())
}

describe('in the language asked for are also the words that fill a sentence', () => {
  test('of a refusal by the ledger', async () => {
    const { detail } = await problemIn('fr', pickedUp({ kg: 7 }, { id: 'second' }))
    expect(detail).toContain('Déjà enregistré (mouvement MV-1) : enlèvement, événement picked-up.')
  })

  test('of a warning', async () => {
    const early = JSON.stringify(received({}, { time: clock('08:30') }))
    const response = await ledger.post(early, { 'accept-language': 'fr' })
    const { warnings = [] } = answerSchemas.Verdict.parse(await response.json())
    const [timeOrder] = warnings.filter(({ code }) => code === 'time-order')
    expect(timeOrder?.detail).toContain('« réception » est survenu avant « enlèvement »')
  })

  test('of what is wrong at a place', async () => {
    const { errors = [] } = await problemIn('ar', { ...declared(), time: 'today', source: 5 })
    expect(errors.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('نصا'),
      expect.stringContaining('وقت بفارق التوقيت'),
    ])
  })

  test('of a wrong parameter', async () => {
    const response = await ledger.get('/v1/events?limit=none', { 'accept-language': 'fr' })
    const { detail } = answerSchemas.Problem.parse(await response.json())
    expect(detail).toContain('un nombre entier de 1 à')
  })

  test('of a body that cannot be read', async () => {
    const response = await ledger.post('[', {
      'accept-language': 'ar',
      'content-type': 'application/cloudevents-batch+json',
    })
    const { detail } = answerSchemas.Problem.parse(await response.json())
    expect(detail).toContain('ليس مصفوفة')
  })
})
