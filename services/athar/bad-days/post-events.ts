import type { Position, SubmittedEvent } from '@athar/events/envelope.ts'

/** How events travel: one, an array that is all or nothing, or lines. */
export type Form = 'single' | 'atomic' | 'lines'

/** A ledger that answers, and the key to it. */
export interface Door {
  readonly url: string
  readonly key: string
}

/** The answer to one event, as the wire has it. */
export type Answer =
  | {
      readonly outcome: 'recorded' | 'duplicate'
      readonly id: string
      readonly stream: string
      readonly revision: number
      readonly position: Position
    }
  | { readonly outcome: 'rejected'; readonly id: string; readonly problem: unknown }

/** What became of a request: an answer for each event, or why there is none. */
export type Posted =
  | { readonly kind: 'answered'; readonly answers: readonly Answer[] }
  | {
      readonly kind: 'turned-away'
      readonly status: number
      readonly retryAfter: string | null
      readonly problem: string
    }
  | { readonly kind: 'lost' }

const mediaTypes = {
  single: 'application/cloudevents+json',
  atomic: 'application/cloudevents-batch+json',
  lines: 'application/x-ndjson',
} as const satisfies Record<Form, string>

const answerWithinMs = 30_000

/** Posts events and reads the whole answer; `lost` when the connection ended before. One event in the form `single`. */
export async function postEvents({ url, key }: Door, events: readonly SubmittedEvent[], form: Form): Promise<Posted> {
  try {
    const response = await fetch(`${url}/v1/events${form === 'atomic' ? '?atomic=true' : ''}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': mediaTypes[form] },
      body: bodyOf(events, form),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    const body: unknown = JSON.parse(await response.text())
    if (!response.ok) return turnedAway(response, body)
    // 200 or 201: a verdict, or the verdicts of a batch (DESIGN §5).
    const answers = form === 'single' ? [body as Answer] : (body as { items: Answer[] }).items
    return { kind: 'answered', answers }
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') throw error
    return { kind: 'lost' }
  }
}

function turnedAway(response: Response, problem: unknown): Posted {
  const { status, headers } = response
  return { kind: 'turned-away', status, retryAfter: headers.get('retry-after'), problem: JSON.stringify(problem) }
}

function bodyOf(events: readonly SubmittedEvent[], form: Form): string {
  if (form === 'lines') return events.map(event => `${JSON.stringify(event)}\n`).join('')
  return JSON.stringify(form === 'single' ? events[0] : events)
}
