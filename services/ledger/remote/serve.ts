import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { type EventLog, LogFailure } from '@athar/infra/event-log/port.ts'
import { Ledger, type LedgerOptions } from '../ledger.ts'
import { LedgerUnavailable } from '../ledger-unavailable.ts'
import type { Verdict } from '../submission.ts'
import type { FromLedger, ToLedger, WireExtra, WireFailure, WireSubmission, WireVerdicts } from './messages.ts'
import { PackedLines } from './packed-lines.ts'

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
    onGroup: measured => say({ kind: 'group', ...measured }),
  })
  let verdicts: WireVerdicts[] = []
  let failures: WireFailure[] = []

  function say(message: FromLedger, transfer: readonly ArrayBuffer[] = []): void {
    port.postMessage(message, [...transfer])
  }

  async function answer({ number, caller, atomic }: WireSubmission, lines: PackedLines): Promise<void> {
    try {
      const given = await ledger.submit(lines, caller, { atomic })
      verdicts.push(columnsOf(number, given)) // not in one line: `verdicts` may be another list after the wait
    } catch (error) {
      failures.push({ number, ...failureOf(error) })
    }
    if (verdicts.length + failures.length === 1) setImmediate(() => void flush())
  }

  function receive({ submissions, packed }: Extract<ToLedger, { readonly kind: 'submit' }>): void {
    let first = 0
    for (const submission of submissions) {
      void answer(submission, new PackedLines(packed, first, submission.count))
      first += submission.count
    }
  }

  async function flush(): Promise<void> {
    const head = await log.head()
    if (verdicts.length + failures.length === 0) return
    say({ kind: 'answers', head, verdicts, failures })
    verdicts = []
    failures = []
  }

  /** What cannot be read is said to whoever asked: it is no reason to stop writing. */
  async function readStream(number: number, stream: string): Promise<void> {
    try {
      const events = (await log.readStreams([stream])).get(stream) ?? []
      const copies = events.map(({ position, bytes }) => ({ position, bytes: bytes.slice() }))
      say({ kind: 'stream', number, events: copies })
    } catch (error) {
      say({ kind: 'not-read', number, ...failureOf(error) })
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

function columnsOf(number: number, verdicts: readonly Verdict[]): WireVerdicts {
  const count = verdicts.length
  const outcomes = new Uint8Array(count)
  const positions = new Float64Array(count)
  const revisions = new Uint32Array(count)
  const extras: WireExtra[] = []
  let recordedAt = ''
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.outcome === 'rejected') {
      outcomes[index] = 2
      extras.push({ index, problem: verdict.problem })
      continue
    }
    positions[index] = verdict.position
    revisions[index] = verdict.revision
    const { warnings } = verdict
    if (verdict.outcome === 'duplicate') {
      outcomes[index] = 1
      extras.push({ index, recordedAt: verdict.recordedAt })
    } else {
      if (recordedAt === '') recordedAt = verdict.recordedAt
      const isOther = verdict.recordedAt !== recordedAt // a long submission is recorded in several groups
      if (isOther || warnings.length > 0)
        extras.push({
          index,
          ...(isOther && { recordedAt: verdict.recordedAt }),
          ...(warnings.length > 0 && { warnings }),
        })
    }
  }
  return { number, recordedAt, outcomes, positions, revisions, extras }
}
