import type { Position } from '@athar/events/envelope.ts'
import { leafHash } from '@athar/infra/event-log/leaf-hash.ts'
import type { EventLogReader, StoredEvent } from '@athar/infra/event-log/port.ts'
import { withPosition } from '@athar/infra/event-log/recorded-bytes.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { readable } from '../opened-log.ts'
import { type Packing, pack } from './packing.ts'

/** Where packed lines go: a file, or stdout. Resolves when it can take more. */
export type WriteLines = (bytes: Buffer) => Promise<void>

export interface Exported {
  readonly events: number
  /** The last position that was written; `after` when none was. */
  readonly to: Position
  readonly bytes: number
}

export interface ExportRange {
  readonly after: Position
  readonly upTo: Position
}

/** Lines that are packed and written together: enough to pack well, few enough that little is lost when it breaks off. */
const chunkCharacters = 1024 * 1024

/**
 * Writes the recorded events of a range, a line each, as the change feed shows them.
 *
 * @throws CommandFailure at the first event that is missing or is not what was hashed: damage is not handed on as history.
 */
export async function exportLog(
  log: EventLogReader,
  { after, upTo }: ExportRange,
  packing: Packing,
  write: WriteLines,
  advance: (events: number) => void,
): Promise<Exported> {
  let [events, bytes, to] = [0, 0, after]
  let lines = ''

  async function flush(): Promise<void> {
    if (lines === '') return
    const packed = pack(Buffer.from(lines), packing)
    lines = ''
    await write(packed)
    bytes += packed.length
  }

  for await (const batch of readable(log.readAll(after, { upTo }))) {
    for (const event of batch) {
      checkStored(event, to + 1)
      lines += `${withPosition(event.position, event.bytes)}\n`
      to = event.position
    }
    events += batch.length
    advance(batch.length)
    if (lines.length >= chunkCharacters) await flush()
  }
  await flush()
  return { events, to, bytes }
}

function checkStored({ position, bytes, hash }: StoredEvent, expected: Position): void {
  const wrong =
    position !== expected
      ? `position ${expected} is missing`
      : leafHash(bytes) !== Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString('hex')
        ? `position ${position} is not what was hashed when it was written`
        : undefined
  if (wrong !== undefined)
    throw new CommandFailure(exitCodes.dataDamaged, `${wrong}: nothing from there on was exported; run athar verify`)
}
