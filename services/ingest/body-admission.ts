import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from '@athar/events/limits.ts'

/**
 * Bounds the bytes of all bodies that are being read or decided on. A body counts with its announced length, one without
 * a length with the most it may have.
 */
export class BodyAdmission {
  readonly #bytesMax: number
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Lets a request in until its response is over; false when there is no room for its body. */
  enter(request: IncomingMessage, response: ServerResponse): boolean {
    const length = Number(request.headers['content-length'] ?? limits.bodyBytesMax)
    const bytes =
      Number.isSafeInteger(length) && length >= 0 ? Math.min(length, limits.bodyBytesMax) : limits.bodyBytesMax
    if (this.#bytes > 0 && this.#bytes + bytes > this.#bytesMax) return false
    this.#bytes += bytes
    response.once('close', () => {
      this.#bytes -= bytes
    })
    return true
  }
}
