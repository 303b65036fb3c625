import { eventTypes } from '@athar/events/catalogue.ts'
import { exampleEvents } from '@athar/events/testing/events.ts'
import { Description } from '@athar/http/testing/description.ts'
import { expect, test } from 'vitest'
import { openApiDocument } from './document.ts'

const document = openApiDocument()

test('every event type is described, and its example keeps to its description', () => {
  const description = new Description(document)
  for (const type of Object.keys(eventTypes)) expect(document.components.schemas).toHaveProperty([type])
  for (const event of exampleEvents) {
    expect(description.errorsOf('Event', event), event.type).toEqual([])
    expect(description.errorsOf(event.type, { ...event, data: {} }), event.type).not.toEqual([])
  }
})

/** What HTTP itself is refused for, whatever the request is about. */
const edgeProblems = [
  'malformed-request',
  'not-acceptable',
  'request-timeout',
  'expectation-failed',
  'headers-too-large',
  'feeds-full',
]

test('every problem of the edge is one that some route may answer', () => {
  const text = JSON.stringify(document.paths)
  for (const code of edgeProblems) expect(text).toContain(`/problems/${code}`)
})
