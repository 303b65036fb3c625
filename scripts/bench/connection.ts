import { connect, type Socket } from 'node:net'
import { AnswerReader } from './answer-reader.ts'

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
  readonly #answer = new AnswerReader()
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
    const answer = this.#answer
    if (!answer.take(chunk) || this.#waiting === undefined) return
    const { sentAt, resolve } = this.#waiting
    const tookMs = performance.now() - sentAt
    const { status } = answer
    const position = answer.position()
    const body = answer.body()
    answer.reset()
    this.#waiting = undefined
    resolve({ status, tookMs, position, body })
  }
}
