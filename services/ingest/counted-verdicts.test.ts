import { describe, expect, test } from 'vitest'
import { countVerdicts } from './counted-verdicts.ts'

const nothing = { recorded: 0, duplicates: 0, rejectedFor: [] }

describe('the verdicts of an answer', () => {
  test('are those it shows', () => {
    expect(countVerdicts(201, '{}')).toEqual({ ...nothing, recorded: 1 })
    expect(countVerdicts(200, '{"id":"1"}')).toEqual({ ...nothing, duplicates: 1 })
    expect(countVerdicts(200, '{"recorded":7,"duplicates":2,"rejected":0,"items":[]}')).toEqual({
      recorded: 7,
      duplicates: 2,
      rejectedFor: [],
    })
  })

  test('do not depend on what a sender wrote', () => {
    const id = JSON.stringify('"type":"/problems/id-reused"')
    const item = `{"id":${id},"problem":{"type":"/problems/invalid-event"}}`
    expect(countVerdicts(200, `{"recorded":0,"duplicates":0,"rejected":1,"items":[${item}]}`).rejectedFor).toEqual([
      'invalid-event',
    ])
  })

  test('are none when the request was refused, not what it held', () => {
    for (const status of [401, 413, 415, 500, 503])
      expect(countVerdicts(status, '{"type":"/problems/ledger-busy"}')).toEqual(nothing)
  })

  test('know only the codes of the catalogue', () => {
    expect(countVerdicts(422, '{"type":"/problems/constructor"}').rejectedFor).toEqual([])
  })
})
