import type { ServerResponse } from 'node:http'

/** How long a reader that is in the middle of an answer has to take it, once the server stops. */
const stopGraceMs = 2_000

/** An answer that is sent piece by piece. */
export interface OpenAnswer {
  /** Aborts when the reader has gone. */
  readonly gone: AbortSignal
  /** Aborts when the server stops, or the reader has gone: an answer without an end then ends. */
  readonly stopped: AbortSignal
}

interface Open {
  readonly keyId: string
  readonly stopped: AbortController
}

/**
 * The answers that are being sent piece by piece: bounded in number, and let go of when the server stops. One key has at most
 * half of them, so that nobody shuts out the others.
 */
export class OpenAnswers {
  readonly #max: number
  readonly #open = new Map<ServerResponse, Open>()
  #isStopping = false

  constructor(max: number) {
    this.#max = max
  }

  get count(): number {
    return this.#open.size
  }

  /** How many answers are open at most, when that is how many there are: in all, or of this key. */
  limitReached(keyId: string): number | undefined {
    if (this.#open.size >= this.#max) return this.#max
    const ofKeyMax = Math.ceil(this.#max / 2)
    if (this.#open.size < ofKeyMax) return undefined
    const ofKey = this.#open.values().reduce((sum, open) => (open.keyId === keyId ? sum + 1 : sum), 0)
    return ofKey >= ofKeyMax ? ofKeyMax : undefined
  }

  /** Counts an answer in until it is over. */
  enter(response: ServerResponse, keyId: string): OpenAnswer {
    const gone = new AbortController()
    const stopped = new AbortController()
    this.#open.set(response, { keyId, stopped })
    response.once('close', () => {
      this.#open.delete(response)
      gone.abort()
      stopped.abort()
    })
    if (this.#isStopping) stopped.abort()
    return { gone: gone.signal, stopped: stopped.signal }
  }

  /** Ends what has no end, and cuts what is not taken in time, so that the process can stop. */
  stop(): void {
    this.#isStopping = true
    for (const { stopped } of this.#open.values()) stopped.abort()
    setTimeout(() => {
      for (const response of this.#open.keys()) response.destroy()
    }, stopGraceMs).unref()
  }
}
