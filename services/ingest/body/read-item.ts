import { streamOf } from '@athar/events/catalogue.ts'
import { limits } from '@athar/events/limits.ts'
import { invalidEvent, type Problem, problem } from '@athar/events/problems.ts'
import { validateSubmitted } from '@athar/events/submitted.ts'
import { type Line, saidOf } from '@athar/ledger/line.ts'
import type { AcceptableEvent } from '@athar/ledger/remote/ledger-gate.ts'
import { strictnessError } from './repeated-names.ts'

/** One item of a request: an event to submit, or what is wrong with it. */
export type Item = AcceptableEvent | { readonly id: string | undefined; readonly refused: Problem }

/** Reads the text of one event, in one line: JSON without repeated names, then the schema of its type. `place`: its bytes. */
export function readItem(text: string, { bytes, from, to }: Pick<Line, 'bytes' | 'from' | 'to'>): Item {
  if (to - from > limits.eventBytesMax)
    return { id: undefined, refused: problem('event-too-large', { limit: limits.eventBytesMax }) }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { id: undefined, refused: notJson(error) }
  }
  if (!isPlain(json, text)) {
    const error = strictnessError(text)
    if (error !== undefined) return { id: idOf(json), refused: invalidEvent([error]) }
  }
  const validated = validateSubmitted(json)
  if ('refused' in validated) return { id: idOf(json), refused: validated.refused }
  const { event, type } = validated
  return { id: event.id, stream: streamOf(type.family, event.subject), bytes, from, to, said: saidOf(validated) }
}

/** Written back and found equal, the text has no repeated name: the quick answer for most senders. */
function isPlain(json: unknown, text: string): boolean {
  try {
    return JSON.stringify(json) === text
  } catch {
    return false // nested too deep to be written: `strictnessError` will say so
  }
}

function notJson(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  return problem('not-json', { reason: reason.slice(0, 200) })
}

/** The id of an event that is not valid otherwise, so that its sender can tell which one it was. */
function idOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('id' in json)) return undefined
  return typeof json.id === 'string' ? json.id.slice(0, limits.eventIdLengthMax) : undefined
}
