import type { Socket } from 'node:net'
import { anyProblemDocument, type EdgeProblem, edgeProblem, statusOf } from './edge-problems.ts'

/** A request has to be whole within this time: a body that trickles in slower is cut. */
export const requestTimeoutMs = 60_000

const reasonPhrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/**
 * Answers what Node could not read as a request, and closes the connection: there is no request, and so no language and no
 * reply to answer with.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const refused = problemFor(error)
  const status = statusOf(refused.code)
  const body = JSON.stringify(anyProblemDocument(refused, 'en'))
  socket.end(
    [
      `HTTP/1.1 ${status} ${reasonPhrases[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      'content-language: en',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

function problemFor({ code, message }: NodeJS.ErrnoException): EdgeProblem {
  if (code === 'HPE_HEADER_OVERFLOW') return edgeProblem('headers-too-large')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return edgeProblem('request-timeout', { seconds: requestTimeoutMs / 1000 })
  return edgeProblem('malformed-request', { reason: message.slice(0, 100) })
}
