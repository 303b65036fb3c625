import { type EventTypeName, eventTypes } from '../catalogue.ts'
import type { SubmittedEvent } from '../envelope.ts'
import type { PayloadsOf } from '../event-type.ts'

export type Payloads = PayloadsOf<typeof eventTypes>

/** An event of a known type, with the payload of that type. */
export type TypedEvent<Name extends EventTypeName = EventTypeName> = {
  [Each in EventTypeName]: SubmittedEvent<Each, Payloads[Each]>
}[Name]

/** What stands around a payload, as far as a test cares. */
export interface Around {
  readonly id?: string
  readonly subject?: string
  readonly time?: string
}

/** A submitted event. Whether it is valid is for the test to find out. */
export function submitted<Name extends EventTypeName>(
  type: Name,
  data: Payloads[Name],
  { id, subject, time }: Required<Around>,
): SubmittedEvent<Name, Payloads[Name]> {
  return { specversion: '1.0', id, source: '/tests', type, subject, time, data }
}

/** A time of the day on which the tests play, in Algeria: `clock('09:00')`. */
export function clock(hoursAndMinutes: string): string {
  return `2026-11-22T${hoursAndMinutes}:00+01:00`
}

/** One valid event of each type: its example in an envelope. */
export const exampleEvents = Object.entries(eventTypes).map(([type, { example }]) => ({
  specversion: '1.0' as const,
  id: '0193a5c2-7f10-7c4e-8a51-2f6f0b9d1e77',
  source: '/carriers/C-204',
  type,
  subject: 'X-1',
  time: '2026-11-22T07:41:00+01:00',
  data: example,
}))
