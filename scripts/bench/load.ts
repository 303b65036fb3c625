import { connect } from 'node:net'
import { AnswerReader } from './answer-reader.ts'

/**
 * A load generator that costs little: ready requests over plain sockets, one under way on each connection. Whatever it
 * uses of the two cores, the ledger lacks.
 */
export interface LoadOptions {
  readonly port: number
  readonly connections: number
  /** The next request, whole; `undefined` when there is none left. */
  readonly next: () => Buffer | undefined
  readonly onAnswer?: (status: number, body: string, tookMs: number) => void
}

export interface LoadResult {
  readonly answers: number
  readonly wallMs: number
  /** Milliseconds from sending a request to having its whole answer, in order of size. */
  readonly latenciesMs: Float64Array
  readonly statuses: ReadonlyMap<number, number>
}

export function request(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Buffer {
  const lines = Object.entries({ host: 'ledger', ...headers, 'content-length': String(body.length) })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n`), body])
}

/** Sends until there is nothing left to send, and resolves when everything is answered. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const latencies: number[] = []
  const statuses = new Map<number, number>()
  const start = performance.now()
  await Promise.all(Array.from({ length: options.connections }, () => converse(options, latencies, statuses)))
  return {
    answers: latencies.length,
    wallMs: performance.now() - start,
    latenciesMs: Float64Array.from(latencies).sort(),
    statuses,
  }
}

function converse(
  { port, next, onAnswer }: LoadOptions,
  latencies: number[],
  statuses: Map<number, number>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const answer = new AnswerReader()
    let sentAt = 0
    function send(): void {
      const request = next()
      if (request === undefined) {
        socket.removeAllListeners('close').end()
        resolve()
        return
      }
      sentAt = performance.now()
      socket.write(request)
    }
    socket.setNoDelay(true)
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the connection was closed in the middle of an answer')))
    socket.on('data', (chunk: Buffer) => {
      if (!answer.take(chunk)) return
      const tookMs = performance.now() - sentAt
      latencies.push(tookMs)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      onAnswer?.(answer.status, answer.body(), tookMs)
      answer.reset()
      send()
    })
  })
}
