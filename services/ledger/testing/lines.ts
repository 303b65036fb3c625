import { validateSubmitted } from '@athar/events/submitted.ts'
import { type Line, saidOf } from '../line.ts'

/** The line of an event that a test has written. Throws when it is not valid. */
export function lineFrom(text: string): Line {
  const validated = validateSubmitted(JSON.parse(text))
  if ('refused' in validated) throw new Error(`the event is not valid: ${JSON.stringify(validated.refused)}`)
  const bytes = Buffer.from(text)
  return { bytes, from: 0, to: bytes.length, said: saidOf(validated) }
}
