import { parentPort, workerData } from 'node:worker_threads'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { serveLedger } from '@athar/ledger/remote/serve.ts'

/** The thread of the ledger that a test runs. See `test-ledger.ts`. */
if (parentPort === null) throw new Error('the ledger runs as a worker thread')
const { logFile } = workerData as { logFile: string } // given by test-ledger.ts

await serveLedger(parentPort, await SqliteEventLog.open(logFile), { groupMax: 1_000, hotEventsMax: 10_000 })
