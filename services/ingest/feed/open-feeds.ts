import type { ServerResponse } from 'node:http'
import { limits } from '@athar/events/limits.ts'

/** How long a reader that is in the middle of an answer has to take it, once the server stops. */
const stopGraceMs = 2_000

/** An answer of the feed that is being sent. */
export interface OpenFeed {
  /** Aborts when the reader has gone. */
  readonly gone: AbortSignal
  /** Aborts when the server stops, or the reader has gone: an answer without an end then ends. */
  readonly stopped: AbortSignal
}

/** The answers of the feed that are being sent: bounded in number, and let go of when the server stops. */
export class OpenFeeds {
  readonly #open = new Map<ServerResponse, AbortController>()
  #isStopping = false

  get count(): number {
    return this.#open.size
  }

  get isFull(): boolean {
    return this.#open.size >= limits.feedStreamsMax
  }

  /** Counts an answer in until it is over. */
  enter(response: ServerResponse): OpenFeed {
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
