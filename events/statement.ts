import type { SubmittedEvent } from './envelope.ts'
import { essentialsOf } from './movement/essentials.ts'
import type { MovementEventType, MovementPayloads } from './movement/schema.ts'
import type { ValidEvent } from './submitted.ts'

/** What an event says: the attributes that decisions and states look at. */
export type Statement<Type extends string = string, Data = unknown> = Pick<
  SubmittedEvent<Type, Data>,
  'id' | 'type' | 'subject' | 'time' | 'data'
>

/** The statement of a valid event, with what decisions need of its payload, in the newest version. */
export function statementOf({ event, type }: ValidEvent): Statement {
  const { id, subject, time } = event
  if (type.family !== 'movement') return { id, type: type.name, subject, time, data: event.data }
  // The catalogue has validated `data` against the schema of this type, which is of the family of movements.
  const data = essentialsOf(type.name as MovementEventType, event.data as MovementPayloads[MovementEventType])
  return { id, type: type.name, subject, time, data }
}
