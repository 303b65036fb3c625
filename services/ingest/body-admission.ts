import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from '@athar/events/limits.ts'

/**
 * Bounds the bytes of all bodies that are being read or decided on. A body counts with its announced length, one without
 * a length with the most it may have. One key has at most half of the room, so that nobody stops the others by announcing
 * bodies that do not come.
 */
export class BodyAdmission {
  readonly #bytesMax: number
  readonly #bytesByKey = new Map<string, number>()
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Lets a request in until its response is over; false when there is no room for its body. */
  enter(request: IncomingMessage, response: ServerResponse, keyId: string): boolean {
    const bytes = announcedBytes(request)
    const ofKey = this.#bytesByKey.get(keyId) ?? 0
    if (this.#bytes > 0 && this.#bytes + bytes > this.#bytesMax) return false
    if (ofKey > 0 && ofKey + bytes > this.#bytesMax / 2) return false
    this.#count(keyId, bytes)
    response.on('close', () => this.#count(keyId, -bytes))
    return true
  }

  #count(keyId: string, bytes: number): void {
    this.#bytes += bytes
    const ofKey = (this.#bytesByKey.get(keyId) ?? 0) + bytes
    if (ofKey === 0) this.#bytesByKey.delete(keyId)
    else this.#bytesByKey.set(keyId, ofKey)
  }
}

function announcedBytes({ headers }: IncomingMessage): number {
  const length = Number(headers['content-length'] ?? limits.bodyBytesMax)
  return Number.isSafeInteger(length) && length >= 0 ? Math.min(length, limits.bodyBytesMax) : limits.bodyBytesMax
}
