import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import { openForReading } from '@athar/infra/event-log/sqlite/database.ts'
import { isBeingWritten } from '@athar/infra/event-log/sqlite/is-being-written.ts'
import { bytesPerLink, readLink, viewOf } from '@athar/infra/event-log/sqlite/links.ts'
import { readFrames } from '@athar/infra/event-log/sqlite/stored-blocks.ts'
import { existingLogFile, openLogReader, readable, recordedAt } from '../opened-log.ts'

/** What a log says of itself. */
export interface LogFacts {
  readonly file: string
  /** A process holds the log to write to it. */
  readonly isBeingWritten: boolean
  /** The position of the last event; 0 when there is none. */
  readonly head: Position
  readonly events: number
  readonly streams: number
  /** The file and what stands beside it to be folded in. */
  readonly bytes: number
  readonly bytesPerEvent?: number
  readonly createdAt: string
  readonly oldestRecordedAt?: string
  readonly newestRecordedAt?: string
  /** How many events there are of each type, most first. */
  readonly types?: Readonly<Record<string, number>>
}

interface CountOptions {
  readonly types: boolean
  readonly start: (events: number) => void
  readonly advance: (events: number) => void
}

/**
 * Looks at the log of a data folder, beside its writer. Streams are counted from the links (50 bytes an event to read, a second
 * for some millions); types only when asked, because that unpacks every event.
 *
 * @throws CommandFailure when there is no log, or it cannot be read.
 */
export async function logFacts(dataFolder: string, { types, start, advance }: CountOptions): Promise<LogFacts> {
  const file = existingLogFile(dataFolder)
  const reader = openLogReader(dataFolder)
  const database = openForReading(file)
  try {
    const head = await reader.head()
    const bytes = sizeOf(file) + sizeOf(`${file}-wal`)
    if (types) start(head)
    return {
      file,
      isBeingWritten: isBeingWritten(file),
      head,
      events: head,
      streams: countStreams(database, head),
      bytes,
      ...(head > 0 && {
        bytesPerEvent: Math.round(bytes / head),
        oldestRecordedAt: await recordedAt(reader, 1),
        newestRecordedAt: await recordedAt(reader, head),
      }),
      createdAt: String(database.prepare('SELECT created_at FROM log').get()?.created_at),
      ...(types && { types: await countTypes(head) }),
    }
  } finally {
    database.close()
    await reader.close()
  }

  async function countTypes(upTo: Position): Promise<Readonly<Record<string, number>>> {
    const counts = new Map<string, number>()
    for await (const batch of readable(reader.readAll(0, { upTo }))) {
      for (const { bytes } of batch) {
        const type = typeOf(bytes)
        counts.set(type, (counts.get(type) ?? 0) + 1)
      }
      advance(batch.length)
    }
    return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one))
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** An event that has none before it begins a stream. */
function countStreams(database: DatabaseSync, head: Position): number {
  let streams = 0
  for (const { links } of readFrames(database, head)) {
    const view = viewOf(links)
    for (let index = 0; index < links.length / bytesPerLink; index++)
      if (readLink(view, index).previous === 0) streams++
  }
  return streams
}

const typeName = Buffer.from('"type":"')
const quote = 0x22

/** The type, found and not parsed. No payload has a field of that name, and inside a text its quotes would be escaped. */
function typeOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = buffer.indexOf(typeName) + typeName.length
  return buffer.toString('latin1', start, buffer.indexOf(quote, start))
}
