import type { MessagePort } from 'node:worker_threads'
import type { EventLog } from '@athar/infra/event-log/port.ts'
import { Ledger, type LedgerOptions, LedgerUnavailable } from '../ledger.ts'
import type { Verdict } from '../submission.ts'
import type { FromLedger, ToLedger, WireExtra, WireFailure, WireSubmission, WireVerdicts } from './messages.ts'

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

  async function answer({ number, lines, caller, atomic }: WireSubmission): Promise<void> {
    try {
      const given = await ledger.submit(lines.split('\n'), caller, { atomic })
      verdicts.push(columnsOf(number, given)) // not in one line: `verdicts` may be another list after the wait
    } catch (error) {
      const reason = error instanceof LedgerUnavailable ? error.reason : 'other'
      failures.push({ number, reason, message: error instanceof Error ? error.message : String(error) })
    }
    if (verdicts.length + failures.length === 1) setImmediate(() => void flush())
  }

  async function flush(): Promise<void> {
    const head = await log.head()
    say({ kind: 'answers', head, verdicts, failures })
    verdicts = []
    failures = []
  }

  async function take(message: ToLedger): Promise<void> {
    switch (message.kind) {
      case 'submit':
        for (const submission of message.submissions) void answer(submission)
        return
      case 'read-stream': {
        const { number, stream } = message
        const events = (await log.readStreams([stream])).get(stream) ?? []
        say({
          kind: 'stream',
          number,
          events: events.map(({ position, bytes }) => ({ position, bytes: bytes.slice() })),
        })
        return
      }
      case 'holders': {
        const { number, sites } = message
        say({ kind: 'holders', number, organisations: sites.map(site => ledger.directory.holderOf(site)) })
        return
      }
      case 'close':
        await ledger.drain()
        await log.close()
        say({ kind: 'closed' })
        port.close()
    }
  }

  port.on('message', (message: ToLedger) => void take(message))
  say({ kind: 'ready', head: await log.head() })
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
