import { withPosition } from '@athar/infra/event-log/recorded-bytes.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlacedEvent } from './framing.ts'
import { arrayItems, frameEvents, lines, serverSentEvents } from './framing.ts'

const placed: fc.Arbitrary<PlacedEvent> = fc
  .record({ position: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), text: fc.string({ unit: 'binary' }) })
  .map(({ position, text }) => ({ position, bytes: Buffer.from(JSON.stringify({ stream: 'movement-M1', text })) }))

/** What each form is, said the plain way. */
const forms = [
  { form: 'items', framing: arrayItems, plain: (events: readonly string[]) => events.join(',') },
  { form: 'lines', framing: lines, plain: (events: readonly string[]) => events.map(event => `${event}\n`).join('') },
]

test.each(forms)('any events as $form are their stored bytes with the position in front', ({ framing, plain }) => {
  fc.assert(
    fc.property(fc.array(placed, { minLength: 1, maxLength: 20 }), events => {
      const framed = frameEvents(events, framing, { isFirst: true }).toString()
      expect(framed).toBe(plain(events.map(({ position, bytes }) => withPosition(position, bytes))))
    }),
  )
})

test('an event of an event stream has its position as id, and its data in one line', () => {
  fc.assert(
    fc.property(placed, event => {
      const framed = frameEvents([event], serverSentEvents, { isFirst: true }).toString()
      expect(framed).toBe(`id: ${event.position}\ndata: ${withPosition(event.position, event.bytes)}\n\n`)
    }),
  )
})

test('items that go on begin with what parts them from those before', () => {
  const event = { position: 10, bytes: Buffer.from('{"stream":"lot-L1"}') }
  expect(frameEvents([event], arrayItems, { isFirst: false }).toString()).toBe(',{"position":10,"stream":"lot-L1"}')
})
