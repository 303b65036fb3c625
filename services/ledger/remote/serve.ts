import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { type EventLog, LogFailure } from '@athar/infra/event-log/port.ts'
import { release } from '@athar/infra/release.ts'
import type { GroupMeasure } from '../group-measure.ts'
import { Ledger, type LedgerOptions } from '../ledger.ts'
import { LedgerUnavailable } from '../ledger-unavailable.ts'
import type { Verdict } from '../submission.ts'
import type { FromLedger, ToLedger, WireFailure, WireSubmissions } from './messages.ts'
import { PackedLines } from './packed-lines.ts'
import { type Answered, columnsOf } from './verdict-columns.ts'

/**
 * Runs a ledger for the gate at the other end of a port: on a thread of its own, so that deciding and HTTP do not wait
 * for each other. Answers that come due in the same turn travel together.
 */
export async function serveLedger(
  port: MessagePort,
  log: EventLog,
  options: Pick<LedgerOptions, 'groupMax' | 'hotEventsMax' | 'codes'>,
): Promise<void> {
  const ledger = await Ledger.open(log, {
    ...options,
    onFatal: ({ reason, message }) => say({ kind: 'fatal', reason, message }),
    onGroup: measured => {
      groups.push(measured)
      flushSoon()
    },
  })
  let answered: Answered[] = []
  let failures: WireFailure[] = []
  let groups: GroupMeasure[] = []
  let isFlushDue = false

  function say(message: FromLedger): void {
    port.postMessage(message)
  }

  function receive({ first, counts, atomic, callers, lines }: WireSubmissions): void {
    const all = PackedLines.ofEach(lines, counts).map((its, index) => {
      const caller = callers[index]
      if (caller === undefined) throw new Error('a submission came without its caller')
      const decided = ledger.submit(its, caller, { atomic: atomic[index] ?? false })
      answer(first + index, decided)
      return decided
    })
    Promise.all(all).then(
      () => release(lines.memory),
      () => {}, // parts of what failed may still be under way
    )
  }

  function answer(number: number, decided: Promise<Verdict[]>): void {
    decided.then(
      verdicts => {
        answered.push({ number, verdicts })
        flushSoon()
      },
      error => {
        failures.push({ number, ...failureOf(error) })
        flushSoon()
      },
    )
  }

  function flushSoon(): void {
    if (isFlushDue) return
    isFlushDue = true
    setImmediate(() => void flush())
  }

  async function flush(): Promise<void> {
    const head = await log.head()
    isFlushDue = false
    if (answered.length + failures.length + groups.length === 0) return
    say({ kind: 'answers', head, verdicts: columnsOf(answered), failures, groups })
    for (const { verdicts } of answered) verdicts.length = 0 // the submissions that hold them have grown old, and would keep them
    answered = []
    failures = []
    groups = []
  }

  /** What cannot be read is said to whoever asked: it is no reason to stop writing. */
  async function readStream(number: number, stream: string): Promise<void> {
    try {
      const events = (await log.readStreams([stream])).get(stream) ?? []
      const copies = events.map(({ position, bytes }) => ({ position, bytes: bytes.slice() }))
      say({ kind: 'stream', number, events: copies })
    } catch (error) {
      say({ kind: 'not-read', number, message: failureOf(error).message })
    }
  }

  async function take(message: ToLedger): Promise<void> {
    switch (message.kind) {
      case 'submit':
        return receive(message)
      case 'read-stream':
        return readStream(message.number, message.stream)
      case 'holders': {
        const { number, sites } = message
        say({ kind: 'holders', number, organisations: sites.map(site => ledger.directory.holderOf(site)) })
        return
      }
      case 'close':
        await ledger.drain()
        await nextTurn() // what was drained is among the verdicts then
        await flush()
        await log.close()
        say({ kind: 'closed' })
        port.close()
    }
  }

  port.on('message', (message: ToLedger) => void take(message))
  say({ kind: 'ready', head: await log.head() })
}

function failureOf(error: unknown): Pick<WireFailure, 'reason' | 'message'> {
  const reason = error instanceof LedgerUnavailable || error instanceof LogFailure ? error.reason : 'other'
  return { reason, message: error instanceof Error ? error.message : String(error) }
}
