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

/** The answers that are being sent piece by piece: bounded in number, and let go of when the server stops. */
export class OpenAnswers {
  /** Answers that may be open at the same time. */
  readonly max: number
  readonly #open = new Map<ServerResponse, AbortController>()
  #isStopping = false

  constructor(max: number) {
    this.max = max
  }

  get count(): number {
    return this.#open.size
  }

  get isFull(): boolean {
    return this.#open.size >= this.max
  }

  /** Counts an answer in until it is over. */
  enter(response: ServerResponse): OpenAnswer {
    const gone = new AbortController()
    const stopped = new AbortController()
    this.#open.set(response, stopped)
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
    for (const stopped of this.#open.values()) stopped.abort()
    setTimeout(() => {
      for (const response of this.#open.keys()) response.destroy()
    }, stopGraceMs).unref()
  }
}
