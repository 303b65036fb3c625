import { limits } from '@athar/events/limits.ts'
import { LedgerClient } from '@athar/ingest/client/ledger-client.ts'
import { thisMachine } from '@athar/ingest/client/this-machine.ts'
import { readRecordedText, splitPosition } from '../recorded-text.ts'
import type { Line } from './lines.ts'

export interface SubmittedCounts {
  events: number
  recorded: number
  duplicates: number
  rejected: number
  /** How many were rejected, by the code of the problem. */
  readonly problems: Record<string, number>
}

export interface SubmitOptions {
  readonly url: string
  readonly key: string
  /** Events in a request. */
  readonly batchEvents: number
  readonly advance: (events: number) => void
  /** Told of the first rejected lines. */
  readonly note: (text: string) => void
}

/** Half of what a body may hold: also with letters of two bytes it fits. */
const batchCharactersMax = limits.bodyBytesMax / 2
const toldMax = 20

/**
 * Sends the events of a file to a ledger as new submissions: of a recorded event what was submitted, byte for byte, and any other
 * line as it is. To run it again is safe: what is there already counts as duplicate.
 *
 * @throws DeliveryFailure when the ledger refuses a batch as a whole, or has been silent for five minutes.
 */
export async function submitLines(
  batches: AsyncIterable<readonly Line[]>,
  { url, key, batchEvents, advance, note }: SubmitOptions,
): Promise<SubmittedCounts> {
  const client = new LedgerClient({ url, key }, thisMachine)
  const never = new AbortController().signal
  const counts: SubmittedCounts = { events: 0, recorded: 0, duplicates: 0, rejected: 0, problems: {} }
  let waiting: Line[] = []
  let characters = 0

  async function send(): Promise<void> {
    if (waiting.length === 0) return
    const lines = waiting
    waiting = []
    characters = 0
    const answer = await client.send(`${lines.map(line => line.text).join('\n')}\n`, never)
    counts.events += lines.length
    counts.recorded += answer.recorded
    counts.duplicates += answer.duplicates
    for (const { index, problem } of answer.items) {
      if (problem === undefined) continue
      counts.problems[problem.code] = (counts.problems[problem.code] ?? 0) + 1
      const errors = (problem.errors ?? []).map(error => `; ${error.pointer}: ${error.detail}`).join('')
      if (++counts.rejected <= toldMax)
        note(`line ${lines[index]?.number ?? '?'} was rejected, ${problem.code}: ${problem.detail}${errors}`)
    }
    advance(lines.length)
  }

  for await (const lines of batches)
    for (const { number, text } of lines) {
      const event = submittedIn(text)
      if (waiting.length >= batchEvents || characters + event.length > batchCharactersMax) await send()
      waiting.push({ number, text: event })
      characters += event.length
    }
  await send()
  return counts
}

/** The submitted event inside a recorded one; any other line is one already, or the ledger says what it is. */
function submittedIn(line: string): string {
  const recorded = splitPosition(line)
  return (recorded && readRecordedText(recorded.json)?.event) ?? line
}
