import { type ProblemCode, problemDocument, problemTypes } from '@athar/events/problems.ts'

export interface MediaContent {
  readonly schema: Record<string, unknown>
  readonly examples?: Record<string, { readonly summary?: string; readonly value: unknown }>
}

export interface Response {
  readonly description: string
  readonly headers?: Record<string, unknown>
  readonly content?: Record<string, MediaContent>
}

/** Where the description keeps a schema: all of them by name, in one place. */
export function schemaReference(name: string): string {
  return `#/components/schemas/${name}`
}

export function refTo(name: string): Record<string, unknown> {
  return { $ref: schemaReference(name) }
}

export function jsonResponse(description: string, name: string): Response {
  return { description, content: { 'application/json': { schema: refTo(name) } } }
}

/** What any request may be answered, whatever it asks for. */
const alwaysPossible: readonly ProblemCode[] = [
  'malformed-request',
  'request-timeout',
  'expectation-failed',
  'headers-too-large',
  'internal-error',
]

/** The problems that a route may answer, by status, each with an example. */
export function problemResponses(codes: readonly ProblemCode[]): Record<string, Response> {
  const responses: Record<string, Response> = {}
  for (const [status, group] of Map.groupBy([...codes, ...alwaysPossible], code => problemTypes[code].status)) {
    responses[status] = {
      description: group.map(code => `${titleOf(code)} (\`${code}\`)`).join('; '),
      ...(status === 401 && {
        headers: { 'WWW-Authenticate': { schema: { type: 'string' }, description: '`Bearer`' } },
      }),
      ...(status === 503 && { headers: { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds' } } }),
      content: {
        'application/problem+json': {
          schema: group.includes('atomic-batch-rejected')
            ? { anyOf: [refTo('AtomicRejection'), refTo('Problem')] }
            : refTo('Problem'),
          examples: Object.fromEntries(
            group.map(code => [code, { summary: titleOf(code), value: exampleDocument(code) }]),
          ),
        },
      },
    }
  }
  return responses
}

/** Every problem there is, in all languages: for those who write the other side. */
export function problemCatalogue(): Record<string, unknown> {
  return problemTypes
}

/** The places for values stay open: what stands there differs each time. */
function exampleDocument(code: ProblemCode) {
  return problemDocument({ code }, 'en')
}

function titleOf(code: ProblemCode): string {
  return problemTypes[code].title.en
}
