import { parentPort, workerData } from 'node:worker_threads'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { serveLedger } from '@athar/ledger/remote/serve.ts'
import { loadNationalList } from './national-list.ts'

/** The thread of the ledger: opens the log of this installation and decides. See `running-ledger.ts`. */
export interface LedgerThreadOptions {
  readonly logFile: string
  readonly groupMax: number
  readonly hotEventsMax: number
  /** The file of the national nomenclature, which the thread reads for itself. */
  readonly nationalList: string | undefined
}

if (parentPort === null) throw new Error('the ledger runs as a worker thread')
const { logFile, groupMax, hotEventsMax, nationalList } = workerData as LedgerThreadOptions // given by running-ledger.ts

loadNationalList(nationalList)
await serveLedger(parentPort, await SqliteEventLog.open(logFile), { groupMax, hotEventsMax })
