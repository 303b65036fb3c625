import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { type Problem, problem, problemDocument } from '@athar/events/problems.ts'
import { callerOf, guard, keyOf, writingRoles } from '@athar/http/authentication.ts'
import { acceptedMediaTypes, bodyFormOf } from '@athar/http/media-types.ts'
import { languageOf, Refusal, retryAfterSeconds, sendProblem } from '@athar/http/problem-reply.ts'
import { queryOf } from '@athar/http/query.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import { releaseBytes } from '@athar/infra/release.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { batchItems, verdictDocument } from './answer.ts'
import { readBody } from './body/read-body.ts'
import { eventsMaxOf } from './body/read-items.ts'
import type { BodyAdmission } from './body-admission.ts'
import { type CountedVerdicts, countVerdicts } from './counted-verdicts.ts'
import type { Metrics } from './metrics.ts'
import { type ItemVerdict, submitItems } from './submit-items.ts'

interface WriteServices {
  readonly ledger: LedgerGate
  readonly keys: KeyStore
  readonly admission: BodyAdmission
  readonly metrics: Metrics
}

/** `POST /v1/events`: one event, an array, or lines. Answered when what it holds is on disk. */
export function addWriteRoute(server: FastifyInstance, { ledger, keys, admission, metrics }: WriteServices): void {
  for (const type of acceptedMediaTypes)
    server.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: limits.bodyBytesMax }, (_request, body, done) =>
      done(null, body),
    )

  server.route({
    method: 'POST',
    url: '/v1/events',
    onRequest: [
      guard(keys, writingRoles),
      (request, reply, done) => {
        // Before the body costs anything: a full queue answers at once (DESIGN §7).
        if (ledger.isFull || !admission.enter(request.raw, reply.raw, keyOf(request).id))
          return done(new Refusal(problem('ledger-busy', { seconds: retryAfterSeconds })))
        done()
      },
    ],
    handler: async (request, reply) => {
      const atomic = atomicOf(request)
      const form = bodyFormOf(request.headers['content-type'])
      if (form === undefined || !Buffer.isBuffer(request.body)) throw new Refusal(mediaTypeProblem(request))
      const read = await readBody(request.body, request.headers['content-encoding'], form, eventsMaxOf(atomic))
      if ('refused' in read) throw new Refusal(read.refused)
      const verdicts = await submitItems(ledger, read.items, callerOf(keyOf(request)), atomic)
      releaseBytes(request.body)
      const count = countVerdicts(verdicts)
      metrics.countVerdicts(count)
      if (form === 'single') sendVerdict(request, reply, verdicts)
      else if (atomic && count.rejectedFor.length > 0) sendAtomicRejection(request, reply, verdicts)
      else sendBatch(request, reply, verdicts, count)
      verdicts.length = 0 // nobody reads them any more, see submitItems
    },
  })
}

function atomicOf(request: FastifyRequest): boolean {
  const { atomic } = queryOf(request, ['atomic'])
  if (atomic === undefined || atomic === 'false') return false
  if (atomic === 'true') return true
  throw new Refusal(
    problem('invalid-query', { parameter: 'atomic', expected: phrase('one-of', { allowed: 'true, false' }) }),
  )
}

function mediaTypeProblem(request: FastifyRequest): Problem {
  return problem('unsupported-media-type', {
    given: request.headers['content-type']?.slice(0, 100) ?? phrase('no-content-type'),
    allowed: acceptedMediaTypes.join(', '),
  })
}

function sendVerdict(request: FastifyRequest, reply: FastifyReply, [verdict]: readonly ItemVerdict[]): void {
  if (verdict === undefined) throw new Error('the ledger gave no verdict')
  if (verdict.outcome === 'rejected') sendProblem(request, reply, verdict.problem)
  else
    reply
      .code(verdict.outcome === 'recorded' ? 201 : 200)
      .header('content-type', 'application/json; charset=utf-8')
      .send(verdictDocument(verdict, languageOf(request)))
}

/** All or nothing came to nothing: a problem, with what is wrong with each item. */
function sendAtomicRejection(request: FastifyRequest, reply: FastifyReply, verdicts: readonly ItemVerdict[]): void {
  const language = languageOf(request)
  const refused = verdicts.filter(verdict => verdict.outcome === 'rejected' && verdict.problem.code !== 'not-tried')
  const document = problemDocument(
    problem('atomic-batch-rejected', { rejected: refused.length, count: verdicts.length }),
    language,
  )
  const items = batchItems(verdicts, language, prefersMinimal(request))
  reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(`${JSON.stringify(document).slice(0, -1)},"items":${items}}`)
}

function sendBatch(
  request: FastifyRequest,
  reply: FastifyReply,
  verdicts: readonly ItemVerdict[],
  { recorded, duplicates, rejectedFor }: CountedVerdicts,
): void {
  const items = batchItems(verdicts, languageOf(request), prefersMinimal(request))
  reply
    .code(200)
    .header('content-type', 'application/json; charset=utf-8')
    .send(`{"recorded":${recorded},"duplicates":${duplicates},"rejected":${rejectedFor.length},"items":${items}}`)
}

/** RFC 7240. */
function prefersMinimal(request: FastifyRequest): boolean {
  return String(request.headers.prefer ?? '')
    .split(',')
    .some(preference => preference.trim().toLowerCase() === 'return=minimal')
}
