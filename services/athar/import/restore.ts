import type { Position } from '@athar/events/envelope.ts'
import { type EventLog, type NewEvent, type StoredEvent, WrongRevision } from '@athar/infra/event-log/port.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { readable } from '../opened-log.ts'
import { readRecordedText, splitPosition } from '../recorded-text.ts'
import { checkEvent } from '../verify/event-check.ts'
import type { Line } from './lines.ts'

export interface Restored {
  /** Events that the log held already, each compared byte for byte. */
  readonly present: number
  readonly added: number
  readonly head: Position
}

const batchEvents = 4_000
/** One is being written while the next is read and checked. */
const batchesInFlightMax = 2

/**
 * Puts recorded events into a log as they are: the same bytes, positions, revisions and so the same hashes. What the log holds
 * already must be the same, byte for byte; what it does not hold is checked like the ledger's own and goes behind its head.
 *
 * @throws CommandFailure at the first line that does not fit, by its number. What came before it is in the log.
 */
export async function restore(
  log: EventLog,
  batches: AsyncIterable<readonly Line[]>,
  advance: (events: number) => void,
): Promise<Restored> {
  const restoration = new Restoration(log, await log.head())
  try {
    for await (const lines of batches) {
      for (const line of lines) await restoration.take(line)
      advance(lines.length)
    }
  } finally {
    await restoration.finish()
  }
  return restoration.result
}

class Restoration {
  readonly #log: EventLog
  readonly #headBefore: Position
  #stored: AsyncGenerator<StoredEvent> | undefined
  /** The position of the last line; before the first, what it must follow is not known. */
  #last: Position | undefined
  /** Of the event in front of the next one to be added; read from the log when the first is. */
  #recordedAt: string | undefined
  #present = 0
  #batch: NewEvent[] = []
  #batchFrom = 0
  #added = 0
  readonly #inFlight: Promise<void>[] = []
  #failure: unknown

  constructor(log: EventLog, head: Position) {
    this.#log = log
    this.#headBefore = head
  }

  get result(): Restored {
    return { present: this.#present, added: this.#added, head: this.#headBefore + this.#added }
  }

  async take(line: Line): Promise<void> {
    const split = splitPosition(line.text)
    if (split === undefined)
      throw misfit(
        line,
        'it does not begin with {"position":…: this is for what "athar export" or the change feed gave',
      )
    const { position, json } = split
    const expected = this.#last === undefined ? Math.min(position, this.#headBefore + 1) : this.#last + 1
    if (position !== expected || position === 0)
      throw misfit(
        line,
        `it is position ${position}, and ${Math.max(1, expected)} must come before: nothing may be left out`,
      )
    this.#last = position
    if (position <= this.#headBefore) await this.#compare(line, position, json)
    else await this.#add(line, json)
  }

  /** Writes what is left, and waits for all of it. */
  async finish(): Promise<void> {
    await this.#hand()
    await Promise.all(this.#inFlight)
    await this.#stored?.return(undefined)
    if (this.#failure !== undefined) throw this.#failure
  }

  async #compare(line: Line, position: Position, json: string): Promise<void> {
    this.#stored ??= eventsAfter(this.#log, position - 1)
    const { value: stored } = await this.#stored.next()
    if (stored === undefined || stored.position !== position)
      throw misfit(line, `this log has no position ${position}, though it goes on behind it: run athar verify`)
    if (!Buffer.from(json).equals(stored.bytes))
      throw new CommandFailure(
        exitCodes.checkFailed,
        `line ${line.number}: position ${position} is another event in this log; history is not changed\n  here:  ${Buffer.from(stored.bytes).toString().slice(0, 300)}\n  there: ${json.slice(0, 300)}`,
      )
    this.#present++
  }

  async #add(line: Line, json: string): Promise<void> {
    const read = checkEvent(json)
    if ('wrong' in read) throw misfit(line, read.wrong)
    const { stream, revision, recordedAt } = read.recorded
    this.#recordedAt ??= await this.#recordedAtOfHead()
    if (recordedAt < this.#recordedAt)
      throw misfit(line, `it was recorded at ${recordedAt}, before the line in front of it (${this.#recordedAt})`)
    this.#recordedAt = recordedAt
    if (this.#batch.length === 0) this.#batchFrom = line.number
    this.#batch.push({ stream, revision, json })
    if (this.#batch.length >= batchEvents) await this.#hand()
  }

  async #recordedAtOfHead(): Promise<string> {
    if (this.#headBefore === 0) return ''
    const { value: last } = await eventsAfter(this.#log, this.#headBefore - 1).next()
    return last === undefined ? '' : (readRecordedText(Buffer.from(last.bytes).toString())?.recordedAt ?? '')
  }

  async #hand(): Promise<void> {
    while (this.#inFlight.length >= batchesInFlightMax) await this.#inFlight[0]
    if (this.#failure !== undefined || this.#batch.length === 0) return
    const [batch, from] = [this.#batch, this.#batchFrom]
    this.#batch = []
    const written = this.#log
      .append(batch)
      .then(() => {
        this.#added += batch.length
      })
      .catch((error: unknown) => {
        this.#failure ??= asMisfit(error, from, from + batch.length - 1)
      })
      .then(() => void this.#inFlight.shift()) // batches end in the order in which they were handed over
    this.#inFlight.push(written)
  }
}

async function* eventsAfter(log: EventLog, after: Position): AsyncGenerator<StoredEvent> {
  for await (const batch of readable(log.readAll(after))) yield* batch
}

function misfit({ number }: Line, why: string): CommandFailure {
  return new CommandFailure(exitCodes.dataDamaged, `line ${number}: ${why}`)
}

/** What the log refuses lies in the file; what the disk refuses does not. */
function asMisfit(error: unknown, from: number, to: number): unknown {
  if (!(error instanceof WrongRevision)) return error
  return new CommandFailure(
    exitCodes.dataDamaged,
    `lines ${from} to ${to}: ${error.message}; none of them was imported`,
  )
}
