import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { SimulationSummary } from './summary.ts'

const chunkCharacters = 256 * 1024

/** Writes events as lines of JSON to a file, which is made anew. It always ends with a whole line. */
export async function writeFileOfLines(
  path: string,
  events: Iterable<SubmittedEvent>,
  tally: LineTally,
): Promise<void> {
  await pipeline(Readable.from(chunksOf(events, tally), { objectMode: true }), createWriteStream(path))
}

/** The same to a stream that stays open, such as stdout. A reader who has had enough (`| head`) is no error. */
export async function writeStreamOfLines(
  to: Writable,
  events: Iterable<SubmittedEvent>,
  tally: LineTally,
): Promise<void> {
  try {
    await pipeline(Readable.from(chunksOf(events, tally), { objectMode: true }), to, { end: false })
  } catch (error) {
    if (!hasLeft(error)) throw error
    tally.summary.ended = 'stopped'
  }
}

function hasLeft(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ERR_STREAM_DESTROYED')
  )
}

/** What is counted on the way, and when to stop. */
export interface LineTally {
  readonly summary: SimulationSummary
  readonly signal: AbortSignal
  readonly advance: (count: number) => void
}

async function* chunksOf(
  events: Iterable<SubmittedEvent>,
  { summary, signal, advance }: LineTally,
): AsyncGenerator<Buffer> {
  let lines = ''
  let count = 0
  let last: SubmittedEvent | undefined
  function chunk(): Buffer {
    const bytes = Buffer.from(lines)
    lines = ''
    summary.events += count
    summary.bytes += bytes.length
    if (last !== undefined) summary.lastTime = last.time
    advance(count)
    count = 0
    return bytes
  }

  for (const event of events) {
    lines += `${JSON.stringify(event)}\n`
    count++
    last = event
    if (lines.length < chunkCharacters) continue
    yield chunk()
    // Signals are handled between turns of the event loop, which a generator at full speed would not leave.
    await new Promise(resolve => setImmediate(resolve))
    if (signal.aborted) {
      summary.ended = 'stopped'
      return
    }
  }
  if (count > 0) yield chunk()
}
