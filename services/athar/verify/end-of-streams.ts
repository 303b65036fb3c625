import type { Position } from '@athar/events/envelope.ts'

/**
 * The positions at which a stream ends, a bit each, in memory that threads share. Whoever folds the log in order can let go
 * of a stream there: what has to be kept is what is under way, not the history.
 */
export class EndOfStreams {
  readonly shared: SharedArrayBuffer
  readonly #bits: Uint8Array

  /** `shared`: the memory of another one, to read. */
  constructor(head: Position, shared = new SharedArrayBuffer(Math.floor(head / 8) + 1)) {
    this.shared = shared
    this.#bits = new Uint8Array(shared)
  }

  add(position: Position): void {
    const byte = Math.floor(position / 8)
    this.#bits[byte] = (this.#bits[byte] ?? 0) | (1 << (position & 7))
  }

  has(position: Position): boolean {
    return ((this.#bits[Math.floor(position / 8)] ?? 0) & (1 << (position & 7))) !== 0
  }
}
