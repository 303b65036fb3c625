import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { service } from '@athar/events/testing/cast.ts'
import { MemoryEventLog, type MemoryStore } from '@athar/infra/event-log/memory/memory-event-log.ts'
import { ScriptedWrites } from '@athar/infra/event-log/memory/scripted-writes.ts'
import type { EventLog, LogFailure } from '@athar/infra/event-log/port.ts'
import { readStored } from '../fold.ts'
import { Ledger, type LedgerOptions } from '../ledger.ts'
import { listed } from '../lines.ts'
import type { Caller, SubmitOptions, Verdict } from '../submission.ts'
import { lineFrom } from './lines.ts'

export const serviceCaller: Caller = { speaker: service, recordedBy: 'service:test' }

/** A ledger over a log in memory, whose disk and clock obey the test. */
export interface LedgerUnderTest {
  readonly ledger: Ledger
  readonly log: EventLog
  readonly writes: ScriptedWrites
  /** What `onFatal` was told. */
  readonly fatal: readonly LogFailure[]
  submit(events: readonly SubmittedEvent[], options?: SubmitOptions, caller?: Caller): Promise<readonly Verdict[]>
  /** A new ledger over the same events, as after a restart. */
  restart(options?: Partial<LedgerOptions>): Promise<LedgerUnderTest>
}

export async function openLedger(
  options: Partial<LedgerOptions> = {},
  store: MemoryStore = [],
): Promise<LedgerUnderTest> {
  const writes = new ScriptedWrites()
  const log = new MemoryEventLog(store, writes.write)
  const fatal: LogFailure[] = []
  const ledger = await Ledger.open(log, {
    groupMax: 100,
    hotEventsMax: 1_000,
    now: () => Date.parse('2026-11-22T20:00:00+01:00'),
    onFatal: failure => fatal.push(failure),
    ...options,
  })
  return {
    ledger,
    log,
    writes,
    fatal,
    submit: (events, submitOptions = {}, caller = serviceCaller) =>
      ledger.submit(listed(events.map(event => lineFrom(JSON.stringify(event)))), caller, submitOptions),
    async restart(changed = {}) {
      await ledger.drain()
      await log.close()
      return openLedger({ ...options, ...changed }, store)
    },
  }
}

/** A verdict in a few words: `recorded movement-MV-1 0 at 1`, `duplicate …`, or `rejected id-reused`. */
export function inWords(verdict: Verdict): string {
  if (verdict.outcome === 'rejected') return `rejected ${verdict.problem.code}`
  const { outcome, stream, revision, position } = verdict
  return `${outcome} ${stream} ${revision} at ${position}`
}

/** The ids of all that the log holds, in order of position. */
export async function recordedIds(log: EventLog): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const batch of log.readAll(0)) for (const stored of batch) ids.push(readStored(stored).event.id)
  return ids
}
