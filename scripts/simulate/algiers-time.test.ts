import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AlgiersClock } from './algiers-time.ts'
import { EventIds } from './event-ids.ts'
import { Random } from './random.ts'

const someTimeMs = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2099-12-31T00:00:00Z') })

test('the clock shows the second that it is, with the offset of Algeria', () => {
  const clock = new AlgiersClock()
  fc.assert(
    fc.property(someTimeMs, timeMs => {
      const shown = clock.timeOf(timeMs)
      expect(shown).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+01:00$/)
      expect(Date.parse(shown)).toBe(timeMs - (timeMs % 1000))
    }),
  )
})

test('an event id is a UUIDv7 of its time', () => {
  const ids = new EventIds(new Random(1, 'life'))
  fc.assert(
    fc.property(someTimeMs, timeMs => {
      const id = ids.at(timeMs)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(timeMs)
    }),
  )
})
