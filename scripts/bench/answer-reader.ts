const contentLength = /\r\ncontent-length: *(\d+)/i
const atharPosition = /\r\nathar-position: *(\d+)/i

/** Puts the chunks of one HTTP answer together, by its Content-Length: at as little cost for the machine as can be. */
export class AnswerReader {
  status = 0
  #chunks: Buffer[] = []
  #bytes = 0
  #headBytes = 0
  #wantedBytes = 0

  /** True when the answer is whole. */
  take(chunk: Buffer): boolean {
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    if (this.#wantedBytes === 0) this.#readHead()
    return this.#wantedBytes > 0 && this.#bytes >= this.#wantedBytes
  }

  /** `Athar-Position`; 0 when there is none. */
  position(): number {
    const head = Buffer.concat(this.#chunks).toString('latin1', 0, this.#headBytes)
    return Number(atharPosition.exec(head)?.[1] ?? 0)
  }

  body(): string {
    return Buffer.concat(this.#chunks).toString('utf8', this.#headBytes)
  }

  reset(): void {
    this.#chunks = []
    this.#bytes = 0
    this.#wantedBytes = 0
  }

  #readHead(): void {
    const text = Buffer.concat(this.#chunks).toString('latin1', 0, 4_096)
    const end = text.indexOf('\r\n\r\n')
    if (end === -1) return
    this.status = Number(text.slice(9, 12))
    this.#headBytes = end + 4
    this.#wantedBytes = this.#headBytes + Number(contentLength.exec(text)?.[1] ?? 0)
  }
}
