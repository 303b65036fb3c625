import { z } from 'zod'
import { reasonOf } from './fetch-failure.ts'

/** A ledger as a sender of batches sees it: `POST /v1/events` (DESIGN §5). */
export interface LedgerAddress {
  readonly url: string
  /** The bearer key; of role `service` where the events are those of many parties. */
  readonly key: string
}

/** What the client needs of the machine: real in production, played in tests. */
export interface Machine {
  readonly fetch: typeof fetch
  /** Resolves after so long, and rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly nowMs: () => number
}

const batchAnswer = z.object({
  recorded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  items: z.array(
    z.object({
      index: z.number(),
      id: z.string().optional(),
      problem: z
        .object({
          code: z.string(),
          detail: z.string(),
          errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
        })
        .optional(),
    }),
  ),
})

export type BatchAnswer = z.infer<typeof batchAnswer>

/** After so long without an answer the ledger is held to be gone. */
const giveUpAfterMs = 5 * 60_000
const firstPauseMs = 200
const pauseMaxMs = 10_000
const detailLengthMax = 500

/** A busy ledger, or a proxy whose ledger is being started. */
const tryAgainStatuses = new Set([429, 502, 503, 504])

/** The ledger does not answer, or answers what cannot be mended by asking again. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure'
  readonly reason: 'unreachable' | 'refused'

  constructor(reason: 'unreachable' | 'refused', message: string) {
    super(message)
    this.reason = reason
  }
}

/** Sends batches, each until it is answered: the events keep their ids, so what arrives twice is recorded once. */
export class LedgerClient {
  readonly #eventsUrl: URL
  readonly #key: string
  readonly #machine: Machine
  /** Requests that were sent again. */
  repeatedRequests = 0

  constructor({ url, key }: LedgerAddress, machine: Machine) {
    this.#eventsUrl = new URL('v1/events', url.endsWith('/') ? url : `${url}/`)
    this.#key = key
    this.#machine = machine
  }

  /**
   * Sends lines of JSON as one batch and answers what became of them; the items are those that were rejected.
   * @throws DeliveryFailure when the ledger refuses the batch as a whole, or has been silent for five minutes.
   */
  async send(lines: string, signal: AbortSignal): Promise<BatchAnswer> {
    const giveUpMs = this.#machine.nowMs() + giveUpAfterMs
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, pauseMaxMs)) {
      const outcome = await this.#attempt(lines, signal)
      if ('answer' in outcome) return outcome.answer
      signal.throwIfAborted()
      if (this.#machine.nowMs() >= giveUpMs)
        throw new DeliveryFailure(
          'unreachable',
          `${this.#eventsUrl.href} has not taken a batch for five minutes: ${outcome.why}`,
        )
      this.repeatedRequests++
      await this.#machine.wait(outcome.retryAfterMs ?? pauseMs, signal)
    }
  }

  async #attempt(
    body: string,
    signal: AbortSignal,
  ): Promise<{ readonly answer: BatchAnswer } | { readonly why: string; readonly retryAfterMs?: number | undefined }> {
    const headers = {
      authorization: `Bearer ${this.#key}`,
      'content-type': 'application/x-ndjson',
      prefer: 'return=minimal',
    }
    let status: number
    let text: string
    let retryAfter: string | null
    try {
      const response = await this.#machine.fetch(this.#eventsUrl, { method: 'POST', headers, body, signal })
      status = response.status
      retryAfter = response.headers.get('retry-after')
      text = await response.text()
    } catch (error) {
      return { why: reasonOf(error) }
    }
    if (tryAgainStatuses.has(status))
      return { why: `it answers ${status}`, retryAfterMs: this.#retryAfterMs(retryAfter) }
    if (status !== 200)
      throw new DeliveryFailure(
        'refused',
        `${this.#eventsUrl.href} answers ${status}: ${text.slice(0, detailLengthMax)}`,
      )
    return { answer: readAnswer(text, this.#eventsUrl.href) }
  }

  /** `Retry-After` is seconds or a date (RFC 9110 §10.2.3). */
  #retryAfterMs(header: string | null): number | undefined {
    if (header === null) return undefined
    const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - this.#machine.nowMs()
    return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), giveUpAfterMs)
  }
}

function readAnswer(text: string, url: string): BatchAnswer {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new DeliveryFailure('refused', `${url} does not answer with JSON: is it a ledger?`)
  }
  const answer = batchAnswer.safeParse(json)
  if (!answer.success)
    throw new DeliveryFailure('refused', `${url} does not answer as a ledger: ${z.prettifyError(answer.error)}`)
  return answer.data
}
