import { phrase, type Thing } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { Refusal } from '@athar/http/problem-reply.ts'

/** There is no such thing, or the key has no part in it: it learns no more than that it is not there. */
export function notFound(what: Thing, name: string): Refusal {
  return new Refusal(problem('not-found', { what: phrase(what, { name: name.slice(0, 64) }) }))
}
