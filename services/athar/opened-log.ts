import { existsSync } from 'node:fs'
import type { Position } from '@athar/events/envelope.ts'
import type { StoredEvent } from '@athar/infra/event-log/port.ts'
import { assertReadable } from '@athar/infra/event-log/sqlite/rights.ts'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { dataFiles } from './data-files.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFailure, exitCodeOf } from './failure.ts'
import { readRecordedText } from './recorded-text.ts'

/** The file of the log of a data folder. It fails where no ledger has been: most often a wrong `--data`. */
export function existingLogFile(dataFolder: string): string {
  const file = dataFiles(dataFolder).log
  if (existsSync(file)) return file
  throw new CommandFailure(
    exitCodes.unavailable,
    `there is no log in ${dataFolder}: is --data (ATHAR_DATA) right? "athar serve" or "athar import" makes one`,
  )
}

/** Opens the log of a data folder beside its writer. Throws a CommandFailure when it is not there or not a log. */
export function openLogReader(dataFolder: string): SqliteLogReader {
  const file = existingLogFile(dataFolder)
  try {
    assertReadable(file)
    return new SqliteLogReader(file)
  } catch (error) {
    throw asReadFailure(error, `${file} cannot be opened`)
  }
}

/** The position of the last event in the log of a data folder. Throws like `openLogReader`. */
export async function headOf(dataFolder: string): Promise<Position> {
  const reader = openLogReader(dataFolder)
  try {
    return await reader.head()
  } finally {
    await reader.close()
  }
}

/** When the last event of a log was recorded, in milliseconds of the Unix epoch; undefined when there is none. Throws like `openLogReader`. */
export async function newestRecordedMs(dataFolder: string): Promise<number | undefined> {
  const reader = openLogReader(dataFolder)
  try {
    const head = await reader.head()
    if (head === 0) return undefined
    return Date.parse(await recordedAt(reader, head))
  } finally {
    await reader.close()
  }
}

/** When the event at a position was recorded. Throws a CommandFailure when it cannot be read. */
export async function recordedAt(reader: SqliteLogReader, position: Position): Promise<string> {
  for await (const [event] of readable(reader.readAll(position - 1, { upTo: position })))
    if (event !== undefined) return readRecordedText(Buffer.from(event.bytes).toString())?.recordedAt ?? 'unreadable'
  return 'missing'
}

/** Passes on what a log reads, and says where it was when the log could not be read on. */
export async function* readable(
  batches: AsyncIterable<readonly StoredEvent[]>,
): AsyncGenerator<readonly StoredEvent[]> {
  let position = 0
  try {
    for await (const batch of batches) {
      position = batch.at(-1)?.position ?? position
      yield batch
    }
  } catch (error) {
    throw asReadFailure(error, `the log cannot be read after position ${position}`)
  }
}

/** What opening or reading a log throws: of the machine, when SQLite says so, else of what is in the file. */
export function asReadFailure(error: unknown, what: string): CommandFailure {
  if (error instanceof CommandFailure) return error
  const exitCode = exitCodeOf(error)
  return new CommandFailure(
    exitCode === exitCodes.internal ? exitCodes.dataDamaged : exitCode,
    `${what}: ${error instanceof Error ? error.message : error}`,
    { cause: error },
  )
}
