import { DeliveryFailure, type LedgerAddress, LedgerClient, type Machine } from '@athar/ingest/client/ledger-client.ts'
import type { Arrival } from '../simulate.ts'
import { type Batch, BatchBuilder } from './batches.ts'
import type { Answers, SimulationSummary } from './summary.ts'

export interface SendOptions extends LedgerAddress {
  readonly batchEvents: number
  /**
   * How many times faster than life the past is played; `Infinity`: as fast as the ledger takes it. Having caught up
   * with the present, the world lives on in real time. Absent: it ends at the present.
   */
  readonly speed?: number | undefined
}

/** What is told on the way. */
export interface SendReport {
  readonly summary: SimulationSummary
  readonly signal: AbortSignal
  readonly advance: (count: number) => void
  /** A line for a person. */
  readonly note: (text: string) => void
}

/** Whose key may not say one thing may not speak for the world: the rest would be refused as well. */
const keyOfAnotherRole =
  'the key may not speak for everybody, as a simulated world does: it must be of role service (athar keys create --role service > service.key)'

/** Problems that are told in words; the others are counted. */
const toldMax = 10

/**
 * Sends events to a ledger, in the order of their arrival, each when it is due. While one batch is on its way the next
 * one is made.
 *
 * @throws DeliveryFailure when the ledger refuses a batch, or the key is of another role than service.
 */
export async function sendBatches(
  arrivals: Iterable<Arrival>,
  startMs: number,
  options: SendOptions,
  machine: Machine,
  report: SendReport,
): Promise<void> {
  const { summary, signal, advance, note } = report
  const client = new LedgerClient(options, machine)
  const answers: Answers = { recorded: 0, duplicates: 0, rejected: 0, problems: {}, repeatedRequests: 0 }
  summary.answers = answers
  const builder = new BatchBuilder(options.batchEvents)
  let onItsWay: Promise<void> = Promise.resolve()

  async function deliver(batch: Batch): Promise<void> {
    const answer = await client.send(batch.lines, signal)
    answers.recorded += answer.recorded
    answers.duplicates += answer.duplicates
    answers.repeatedRequests = client.repeatedRequests
    for (const { index, problem } of answer.items) {
      if (problem === undefined) continue
      const code = problem.code
      if (code === 'role-may-not') throw new DeliveryFailure('refused', keyOfAnotherRole)
      answers.problems[code] = (answers.problems[code] ?? 0) + 1
      if (++answers.rejected <= toldMax) note(rejection(batch.events[index], problem))
    }
    summary.events += batch.events.length
    summary.bytes += Buffer.byteLength(batch.lines)
    summary.lastTime = batch.events.at(-1)?.event.time ?? summary.lastTime ?? ''
    advance(batch.events.length)
  }

  async function send(): Promise<void> {
    await onItsWay
    const sent = deliver(builder.take())
    // Whoever waits for it next hears of a failure; until then it is nobody's.
    sent.catch(() => undefined)
    onItsWay = sent
  }

  try {
    const startedMs = machine.nowMs()
    for (const arrival of arrivals) {
      const dueMs = dueAt(arrival, startMs, startedMs, options.speed)
      if (dueMs > machine.nowMs()) {
        if (options.speed === undefined) {
          summary.ended = 'present'
          break
        }
        if (!builder.isEmpty) await send()
        await waitUntil(dueMs, machine, signal)
      }
      builder.add(arrival)
      if (builder.isFull) await send()
    }
    if (!builder.isEmpty) await send()
    await onItsWay
  } catch (error) {
    if (!signal.aborted) throw error
    summary.ended = 'stopped'
  }
}

/** Never before it arrives in the simulated world: that would be an event from the future. */
function dueAt({ arrivesAtMs }: Arrival, startMs: number, startedMs: number, speed = Number.POSITIVE_INFINITY): number {
  return Math.max(arrivesAtMs, startedMs + (arrivesAtMs - startMs) / speed)
}

/** No timer waits longer than 2³¹ ms. */
const waitMaxMs = 60_000

async function waitUntil(timeMs: number, machine: Machine, signal: AbortSignal): Promise<void> {
  for (let leftMs = timeMs - machine.nowMs(); leftMs > 0; leftMs = timeMs - machine.nowMs())
    await machine.wait(Math.min(leftMs, waitMaxMs), signal)
}

function rejection(
  arrival: Arrival | undefined,
  {
    code,
    detail,
    errors = [],
  }: { code: string; detail: string; errors?: { pointer: string; detail: string }[] | undefined },
): string {
  const where = errors.map(error => `\n    ${error.pointer}: ${error.detail}`).join('')
  return `rejected: ${arrival?.event.type} ${arrival?.event.subject} (${arrival?.event.id})\n    ${code}: ${detail}${where}`
}
