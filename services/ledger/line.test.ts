import { validateSubmitted } from '@athar/events/submitted.ts'
import { incident } from '@athar/events/testing/movement-events.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Said, saidOf } from './line.ts'

test('what an event says is ASCII, and reads back as it was said, in whatever script', () => {
  const script = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(text => text.trim() === text)
  fc.assert(
    fc.property(fc.oneof(script, fc.constant('انقلبت الشاحنة قرب البليدة 🚚')), text => {
      const valid = validateSubmitted(incident({ text }))
      fc.pre(!('refused' in valid)) // a control character, say
      const said = saidOf(valid)
      expect(said).toMatch(/^[\x20-\x7e]*$/)
      expect((JSON.parse(said) as Said).data).toMatchObject({ text })
    }),
  )
})
