import { type ProblemCode, problem } from '@athar/events/problems.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { keyOf } from './authentication.ts'
import type { OpenAnswer, OpenAnswers } from './open-answers.ts'
import { Refusal, retryAfterSeconds } from './problem-reply.ts'

/** Counts an answer in until it is over. Throws a `Refusal` when there are too many already: in all, or of this key. */
export function countIn(
  answers: OpenAnswers,
  request: FastifyRequest,
  reply: FastifyReply,
  full: ProblemCode,
): OpenAnswer {
  const { id } = keyOf(request)
  const limit = answers.limitReached(id)
  if (limit !== undefined) throw new Refusal(problem(full, { limit, seconds: retryAfterSeconds }))
  return answers.enter(reply.raw, id)
}
