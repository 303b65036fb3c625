import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  /** From sending the request to having the whole answer. */
  readonly tookMs: number
  /** `Athar-Position`; 0 when there is none. */
  readonly position: number
  readonly body: string
}

/** One connection that asks one thing after the other: GETs over a plain socket, at little cost for the machine. */
export class Connection {
  readonly #socket: Socket
  readonly #key: string
  #chunks: Buffer[] = []
  #waiting: { readonly sentAt: number; readonly resolve: (answer: Answer) => void } | undefined

  static async open(port: number, key: string): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return new Connection(socket, key)
  }

  private constructor(socket: Socket, key: string) {
    this.#socket = socket.setNoDelay(true)
    this.#key = key
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  /** Asks for a path of the read API. */
  get(path: string): Promise<Answer> {
    return new Promise(resolve => {
      this.#waiting = { sentAt: performance.now(), resolve }
      this.#socket.write(`GET ${path} HTTP/1.1\r\nhost: ledger\r\nauthorization: Bearer ${this.#key}\r\n\r\n`)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks)
    const headEnd = bytes.indexOf('\r\n\r\n')
    if (headEnd === -1) return
    const head = bytes.toString('latin1', 0, headEnd + 2)
    const bodyBytes = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
    if (bytes.length < headEnd + 4 + bodyBytes || this.#waiting === undefined) return
    const { sentAt, resolve } = this.#waiting
    this.#chunks = []
    this.#waiting = undefined
    resolve({
      status: Number(head.slice(9, 12)),
      tookMs: performance.now() - sentAt,
      position: Number(/\r\nathar-position: *(\d+)/i.exec(head)?.[1] ?? 0),
      body: bytes.toString('utf8', headEnd + 4),
    })
  }
}
