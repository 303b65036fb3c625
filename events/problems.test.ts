import { describe, expect, test } from 'vitest'
import { fieldError } from './field-errors.ts'
import { phrase } from './phrases.ts'
import { invalidEvent, problem, problemDocument, problemTypes } from './problems.ts'
import { warning, warningDocument } from './warnings.ts'

test.each(Object.entries(problemTypes))('%s has a status of an error', (_, { status }) => {
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(600)
})

describe('a problem document (RFC 9457)', () => {
  test('says what it is, in the language asked for', () => {
    const refusal = problem('already-recorded', {
      stream: phrase('movement', { name: 'MV-1' }),
      slot: phrase('pick-up'),
      by: 'e-1',
      advice: phrase('correct-it'),
    })
    expect(problemDocument(refusal, 'fr')).toEqual({
      type: '/problems/already-recorded',
      title: 'Déjà enregistré',
      status: 409,
      detail: 'Déjà enregistré (mouvement MV-1) : enlèvement, événement e-1. S’il est faux, envoyez sa correction.',
      code: 'already-recorded',
    })
  })

  test('lists what is wrong at which place', () => {
    const refusal = invalidEvent([fieldError('/data/kg', 'too-big', { limit: 5 }), fieldError('/subject', 'required')])
    expect(problemDocument(refusal, 'en')).toMatchObject({
      status: 422,
      detail: expect.stringContaining('2 place(s)'),
      errors: [
        { pointer: '/data/kg', code: 'too-big', detail: 'must be at most 5' },
        { pointer: '/subject', code: 'required', detail: 'is required' },
      ],
    })
  })

  test('has no list when no place is wrong', () => {
    expect(problemDocument(problem('ledger-busy', { seconds: 1 }), 'ar')).not.toHaveProperty('errors')
  })
})

test('a warning document has its code and its words', () => {
  expect(warningDocument(warning('recorded-late', { hours: 50, limit: 48 }), 'en')).toEqual({
    code: 'recorded-late',
    detail: 'recorded 50 h after it happened; 48 h are allowed',
  })
  expect(warningDocument(warning('pickup-missing'), 'ar').detail).toMatch(/\p{Script=Arabic}/u)
})
