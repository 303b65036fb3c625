import { connect, type Socket } from 'node:net'

/** Sends bytes as they are, which need not be a request, and answers all that comes back until the connection closes. */
export function rawExchange(port: number, bytes: string | Uint8Array, { thenEnd = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      answer += text
    })
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    )
    socket.on('close', () => resolve(answer))
    if (thenEnd) socket.end(bytes)
    else socket.write(bytes)
  })
}

/** Opens a connection, sends the head of a request, and reads nothing of what comes. */
export function silentReader(port: number, head: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.pause()
      socket.write(head, () => resolve(socket))
    })
    socket.once('error', reject)
  })
}
