/** One message of an event stream as a browser would understand it (HTML, §9.2.6). */
export interface ServerSentEvent {
  readonly id: string
  readonly data: string
}

/** Reads an event stream until it ends or the caller has seen enough. Messages without data only move the id. */
export async function* readServerSentEvents(response: Response): AsyncGenerator<ServerSentEvent> {
  if (response.body === null) throw new Error('the answer has no body')
  let id = ''
  for await (const block of blocksOf(response.body)) {
    const data: string[] = []
    for (const line of block.split('\n')) {
      const [field = '', ...rest] = line.split(':')
      const value = rest.join(':').replace(/^ /, '')
      if (field === 'id') id = value
      if (field === 'data') data.push(value)
    }
    if (data.length > 0) yield { id, data: data.join('\n') }
  }
}

/** What stands between empty lines. */
async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const blocks = `${rest}${decoder.decode(bytes, { stream: true })}`.split('\n\n')
    rest = blocks.pop() ?? ''
    yield* blocks
  }
}
