import { recordedPrefix } from '@athar/events/envelope.ts'
import { expect, test } from 'vitest'
import { readRecordedText, splitPosition } from './recorded-text.ts'

const head = {
  stream: 'movement-MV-2026.1:a_b',
  revision: 3,
  recordedAt: '2026-11-22T07:41:00.000Z',
  recordedBy: 'service:k3vq7c2mzt',
}

test.each([1, 2])('what the ledger writes before an event of version %i is read back', version => {
  const event = '{"specversion":"1.0","id":"é \\" }}"}'
  expect(readRecordedText(`${recordedPrefix({ ...head, version })}${event}}`)).toEqual({ ...head, version, event })
})

test.each(['', '{}', '{"stream":"movement-M1"}', 'movement', `${recordedPrefix(head)}null}`])(
  '%j is not what the ledger writes',
  json => expect(readRecordedText(json)).toBeUndefined(),
)

test('a line of an export is its position, and the bytes of the log', () => {
  expect(splitPosition('{"position":12,"stream":"a"}')).toEqual({ position: 12, json: '{"stream":"a"}' })
  expect(splitPosition('{"stream":"a"}')).toBeUndefined()
})
