import { type ProblemCode, problemTypes } from '@athar/events/problems.ts'

/** The verdicts in one answer to `POST /v1/events`. */
export interface CountedVerdicts {
  readonly recorded: number
  readonly duplicates: number
  readonly rejectedFor: readonly ProblemCode[]
}

const batchStart = /^\{"recorded":(\d+),"duplicates":(\d+),"rejected":(\d+),/
/** Inside a JSON string the quotes would be escaped, so this finds the types of problems and nothing a sender wrote. */
const problemType = /"type":"\/problems\/([a-z-]+)"/g

/** Statuses that answer an event, or a batch of them, rather than the request. */
const verdictStatuses: ReadonlySet<number> = new Set([400, 403, 409, 422])

/** Counts the verdicts of an answer as its caller reads them. */
export function countVerdicts(status: number, body: string): CountedVerdicts {
  if (status === 201) return { recorded: 1, duplicates: 0, rejectedFor: [] }
  if (status === 200) {
    const batch = batchStart.exec(body)
    if (batch === null) return { recorded: 0, duplicates: 1, rejectedFor: [] }
    const [, recorded, duplicates, rejected] = batch
    return {
      recorded: Number(recorded),
      duplicates: Number(duplicates),
      rejectedFor: rejected === '0' ? [] : codesIn(body),
    }
  }
  return { recorded: 0, duplicates: 0, rejectedFor: verdictStatuses.has(status) ? codesIn(body) : [] }
}

function codesIn(body: string): readonly ProblemCode[] {
  const codes: ProblemCode[] = []
  for (const [, code = ''] of body.matchAll(problemType))
    if (isProblemCode(code) && code !== 'atomic-batch-rejected') codes.push(code)
  return codes
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemTypes, code)
}
