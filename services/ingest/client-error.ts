import { type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Problem, problem, problemDocument, problemTypes } from '@athar/events/problems.ts'

/** A request has to be whole within this time: a body that trickles in slower is cut. */
export const requestTimeoutMs = 60_000

/** The newest answer on a connection, kept on its socket: a map of sockets costs the garbage collector on every request. */
const newestAnswer = Symbol('newest answer')

type WatchedSocket = Socket & { [newestAnswer]?: ServerResponse }

/** Answers what Node could not read as a request, and closes the connection. */
export class ClientErrors {
  /** Watches the requests of a server, to know what is under way on a connection when it breaks. */
  watch(server: Server): void {
    server.on('request', ({ socket }: { socket: WatchedSocket }, response) => {
      socket[newestAnswer] = response
    })
  }

  answer(error: NodeJS.ErrnoException, socket: WatchedSocket): void {
    const before = socket[newestAnswer]
    if (before?.req.complete === true && !before.writableFinished) {
      // What came whole before it has an answer of its own under way, which a refusal must not be taken for.
      if (before.headersSent) socket.destroy()
      else before.once('finish', () => socket.destroySoon())
      return
    }
    if (error.code === 'ECONNRESET' || !socket.writable || before?.headersSent === true) socket.destroy()
    else refuse(socket, problemFor(error))
  }
}

/** By hand, and for the last time on this connection: there is no reply to answer with, and no language is known. */
export function refuse(socket: Duplex, refused: Problem, headers: Readonly<Record<string, string>> = {}): void {
  const { status } = problemTypes[refused.code]
  const body = JSON.stringify(problemDocument(refused, 'en'))
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      'content-language: en',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  )
}

function problemFor({ code, message }: NodeJS.ErrnoException): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return problem('headers-too-large')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('request-timeout', { seconds: requestTimeoutMs / 1000 })
  return problem('malformed-request', { reason: message.slice(0, 100) })
}
