import { existsSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Position } from '@athar/events/envelope.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import { withPosition } from '@athar/infra/event-log/recorded-bytes.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { CommandFailure, exitCodeOf } from '../failure.ts'
import { readable } from '../opened-log.ts'
import { readableCount } from '../readable-count.ts'
import { splitPosition } from '../recorded-text.ts'
import type { WriteLines } from './export-log.ts'
import { type Packing, packingOf } from './packing.ts'
import { resumePoint } from './resume-point.ts'

export interface Destination {
  readonly packing: Packing
  /** The position after which it goes on, when it holds events already. */
  readonly holdsUpTo: number | undefined
  readonly write: WriteLines
  /** Has everything on disk when it resolves. */
  sync(): Promise<void>
  /** Lets go of it, as far as it got. */
  close(): Promise<void>
}

/** Has on disk what was written into a destination, and lets go of it, also when that fails. */
export async function writtenTo<Written>(destination: Destination, write: () => Promise<Written>): Promise<Written> {
  try {
    const written = await write()
    await destination.sync()
    return written
  } finally {
    await destination.close()
  }
}

/** The standard output, at the speed of whoever reads it. */
export function toStdout(stdout: NodeJS.WriteStream): Destination {
  return {
    packing: 'plain',
    holdsUpTo: undefined,
    write: bytes =>
      new Promise((resolve, reject) => {
        stdout.write(bytes, error => (error ? reject(error) : resolve()))
      }),
    sync: async () => {},
    close: async () => {},
  }
}

/** A new file, for its owner only. Throws a CommandFailure when it is there: an export is not overwritten by accident. */
export async function toNewFile(file: string): Promise<Destination> {
  if (existsSync(file))
    throw new CommandFailure(exitCodes.usage, `${file} is there: continue it with --resume, or name another file`)
  return toHandle(file, await open(file, 'wx', 0o600), packingOf(file), undefined)
}

/** What is asked for of a file that is continued. */
export interface Wanted {
  readonly after: Position
  readonly upTo?: Position
}

/**
 * A file that may hold a part of this log already: what is not whole at its end is cut off. Throws a CommandFailure, and
 * leaves the file as it is, when its last event is not the one that this log holds there, or when it cannot become what is wanted.
 */
export async function toResumedFile(
  file: string,
  log: EventLogReader,
  wanted: Wanted = { after: 0 },
): Promise<Destination> {
  if (!existsSync(file)) return toNewFile(file)
  const packing = packingOf(file)
  if (packing === 'gzip')
    throw new CommandFailure(
      exitCodes.usage,
      `${file}: --resume works with .zst and plain files; a gzip file does not show where it is whole`,
    )
  const { bytes, lastLine, isExport } = resumePoint(file, packing)
  if (!isExport) throw leftAsItIs(`${file} is not an export: it does not begin as one`, exitCodes.checkFailed)
  const holdsUpTo = lastLine === undefined ? undefined : await positionOf(lastLine, file, log)
  if (holdsUpTo !== undefined) checkWanted(file, holdsUpTo, wanted)
  const handle = await open(file, 'r+')
  try {
    await handle.truncate(bytes)
  } catch (failure) {
    await handle.close()
    throw failure
  }
  return toHandle(file, handle, packing, holdsUpTo, bytes)
}

async function positionOf(line: string, file: string, log: EventLogReader): Promise<number> {
  const position = splitPosition(line)?.position
  if (position !== undefined && position > 0)
    for await (const [event] of readable(log.readAll(position - 1, { upTo: position })))
      if (event !== undefined && withPosition(event.position, event.bytes) === line) return position
  throw leftAsItIs(
    `${file} is not an export of this log: its last line is not what the log holds at position ${position ?? '?'}`,
    exitCodes.checkFailed,
  )
}

function checkWanted(file: string, holdsUpTo: Position, { after, upTo = holdsUpTo }: Wanted): void {
  const end = `${file} ends at position ${readableCount(holdsUpTo)}`
  if (holdsUpTo > upTo)
    throw leftAsItIs(`${end}, beyond --up-to ${readableCount(upTo)}: name another file`, exitCodes.usage)
  if (after > holdsUpTo)
    throw leftAsItIs(`${end}: --after ${readableCount(after)} would leave a gap in it`, exitCodes.usage)
}

function leftAsItIs(why: string, exitCode: ExitCode): CommandFailure {
  return new CommandFailure(exitCode, `${why}. It was left as it is`)
}

function toHandle(
  file: string,
  handle: FileHandle,
  packing: Packing,
  holdsUpTo: number | undefined,
  startsAt = 0,
): Destination {
  let offset = startsAt

  async function write(bytes: Buffer): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset)
      written += bytesWritten
      offset += bytesWritten
    }
  }

  function notWritten(failure: unknown): never {
    const reason = failure instanceof Error ? failure.message : String(failure)
    const next = packing === 'gzip' ? 'begin anew' : 'continue it with --resume'
    throw new CommandFailure(exitCodeOf(failure), `${file} cannot be written on: ${reason}. When it can be, ${next}`, {
      cause: failure,
    })
  }

  return {
    packing,
    holdsUpTo,
    write: bytes => write(bytes).catch(notWritten),
    sync: () => handle.sync().catch(notWritten),
    close: () => handle.close(),
  }
}
