import type { Writable } from 'node:stream'

/** A reader that takes nothing for so long is cut: it holds a place that another could have. */
const stalledMaxMs = 120_000

/** The bytes of one answer on their way to its reader, no faster than the reader takes them. */
export class Outflow {
  readonly #response: Writable
  #isReady = true
  #ready = Promise.withResolvers<void>()

  constructor(response: Writable) {
    this.#response = response
    response.on('drain', () => this.#open())
    response.once('close', () => this.#open())
  }

  get isOver(): boolean {
    return this.#response.closed || this.#response.writableEnded
  }

  /** True when the reader has taken what was written. */
  get isReady(): boolean {
    return this.#isReady
  }

  write(chunk: Uint8Array | string): void {
    if (this.isOver || chunk.length === 0) return
    if (this.#response.write(chunk) || !this.#isReady) return
    this.#isReady = false
    this.#ready = Promise.withResolvers<void>()
  }

  /** Waits for the reader; false when it is not ready after `waitMs`. */
  async readyWithin(waitMs: number): Promise<boolean> {
    if (this.#isReady) return true
    const waited = Promise.withResolvers<void>()
    const timer = setTimeout(() => waited.resolve(), waitMs)
    await Promise.race([this.#ready.promise, waited.promise])
    clearTimeout(timer)
    return this.#isReady
  }

  /** Waits for the reader, however slow it is; one that has stalled is cut. */
  async ready(): Promise<void> {
    if (!(await this.readyWithin(stalledMaxMs))) this.#response.destroy()
  }

  end(text = ''): void {
    if (!this.isOver) this.#response.end(text)
  }

  /** Breaks the answer off, so that its reader sees that it is not whole. */
  destroy(): void {
    this.#response.destroy()
  }

  #open(): void {
    this.#isReady = true
    this.#ready.resolve()
  }
}
