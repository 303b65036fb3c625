import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { MemoryEventLog } from '@athar/infra/event-log/memory/memory-event-log.ts'
import { ScriptedWrites } from '@athar/infra/event-log/memory/scripted-writes.ts'
import type { LogFailureReason } from '@athar/infra/event-log/port.ts'
import { serveLedger } from '../remote/serve.ts'

/** A thread with a ledger over a log in memory, for the tests of the gate. What its disk does comes over a port. */
export type DiskOrder =
  | { readonly kind: 'hold' | 'release' | 'throw' | 'damage' }
  | { readonly kind: 'fail'; readonly nth: number; readonly reason: LogFailureReason }

if (parentPort === null) throw new Error('this ledger runs as a worker thread')
const { orders } = workerData as { readonly orders: MessagePort } // given by gate-under-test.ts
const writes = new ScriptedWrites()
const log = new MemoryEventLog([], writes.write)

orders.on('message', (order: DiskOrder) => {
  if (order.kind === 'throw') throw new Error('a bug, as the test asked')
  if (order.kind === 'fail') writes.failNext(order.nth, order.reason)
  else if (order.kind === 'damage') log.readStreams = () => Promise.reject(new Error('a page is torn'))
  else writes[order.kind]()
  orders.postMessage('done')
})
orders.unref() // the thread ends when its gate has closed

await serveLedger(parentPort, log, { groupMax: 8, hotEventsMax: 32 })
