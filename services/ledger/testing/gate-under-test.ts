import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { eventTypeOf, streamOf } from '@athar/events/catalogue.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { LedgerUnavailable } from '../ledger-unavailable.ts'
import { type AcceptableEvent, type GateLimits, LedgerGate } from '../remote/ledger-gate.ts'
import type { SubmitOptions, Verdict } from '../submission.ts'
import { serviceCaller } from './ledger-under-test.ts'
import { lineFrom } from './lines.ts'
import type { DiskOrder } from './memory-ledger-thread.ts'

export interface GateUnderTest {
  readonly gate: LedgerGate
  readonly worker: Worker
  readonly fatal: readonly LedgerUnavailable[]
  /** What the gate told of submissions that could not be written. */
  readonly refused: readonly LedgerUnavailable[]
  submit(events: readonly SubmittedEvent[], options?: SubmitOptions): Promise<readonly Verdict[]>
  /** Tells the disk what to do; resolves when it has heard. */
  order(order: DiskOrder): Promise<void>
}

const roomy: GateLimits = { eventsMax: 10_000, bytesMax: 10_000_000 }

export async function openGate(limits: Partial<GateLimits> = {}): Promise<GateUnderTest> {
  const { port1: ours, port2: theirs } = new MessageChannel()
  const worker = new Worker(new URL('./memory-ledger-thread.ts', import.meta.url), {
    workerData: { orders: theirs },
    transferList: [theirs],
  })
  const fatal: LedgerUnavailable[] = []
  const refused: LedgerUnavailable[] = []
  const gate = await LedgerGate.connect(
    worker,
    { ...roomy, ...limits },
    { onFatal: failure => fatal.push(failure), onRefused: failure => refused.push(failure) },
  )
  return {
    gate,
    worker,
    fatal,
    refused,
    submit: (events, options = {}) => gate.submit(events.map(acceptable), serviceCaller, options),
    async order(order) {
      const heard = once(ours, 'message')
      ours.postMessage(order)
      await heard
      ours.unref()
    },
  }
}

export function acceptable(event: SubmittedEvent): AcceptableEvent {
  const family = eventTypeOf(event.type)?.family
  if (family === undefined) throw new Error(`${event.type} is no event type`)
  return { ...lineFrom(JSON.stringify(event)), id: event.id, stream: streamOf(family, event.subject) }
}
