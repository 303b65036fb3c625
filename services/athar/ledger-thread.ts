import { parentPort, workerData } from 'node:worker_threads'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { serveLedger } from '@athar/ledger/remote/serve.ts'

/** The thread of the ledger: opens the log of this installation and decides. See `running-ledger.ts`. */
export interface LedgerThreadOptions {
  readonly logFile: string
  readonly groupMax: number
  readonly hotEventsMax: number
}

if (parentPort === null) throw new Error('the ledger runs as a worker thread')
const { logFile, groupMax, hotEventsMax } = workerData as LedgerThreadOptions // given by running-ledger.ts

await serveLedger(parentPort, await SqliteEventLog.open(logFile), { groupMax, hotEventsMax })
