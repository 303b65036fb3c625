import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { WriterLock } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import { ensureAuthorityKey, ensureDataFolder } from '@athar/infra/key-store/authority-key.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { Metrics } from '@athar/ingest/metrics.ts'
import { buildServer } from '@athar/ingest/server.ts'
import type { LedgerUnavailable } from '@athar/ledger/ledger-unavailable.ts'
import { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { Logger } from 'pino'
import { dataFiles } from './data-files.ts'
import type { LedgerThreadOptions } from './ledger-thread.ts'
import { asReadFailure } from './opened-log.ts'
import type { Settings } from './settings.ts'

type ServeSettings = Pick<Settings, 'port' | 'host' | 'data' | 'queueEventsMax' | 'queueBytesMax'>

export interface RunningLedger {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string
  readonly dataFolder: string
  /** Where the authority key of a first start was written; `undefined` on every later one. */
  readonly newAuthorityKeyFile: string | undefined
  /** Answers what is here, writes what is queued, and lets go of the data folder. */
  stop(): Promise<void>
}

/** Events decided and written together: at 4,000 a group is some 20 ms of work, and a sync is paid for by all of them. */
const groupMax = 4_000
/** Events whose streams stay in memory, at half a kilobyte each: a week of the whole country. */
const hotEventsMax = 100_000

/**
 * Starts the ledger of a data folder: the log with its thread, the keys, HTTP. Rejects when the folder is in use, cannot
 * be written, or the address is taken. `onFatal` is told when the process must end: it is not known what is on disk.
 */
export async function startLedger(
  settings: ServeSettings,
  logger: Logger,
  onFatal: (failure: LedgerUnavailable) => void,
): Promise<RunningLedger> {
  ensureDataFolder(settings.data)
  const files = dataFiles(settings.data)
  WriterLock.take(`${files.log}-lock`).release() // another ledger here is no failure of the disk: told before the thread meets it
  const metrics = new Metrics()
  const options: LedgerThreadOptions = { logFile: files.log, groupMax, hotEventsMax }
  const thread = new Worker(new URL('./ledger-thread.ts', import.meta.url), { workerData: options, name: 'ledger' })
  let log: SqliteLogReader | undefined
  let isStarted = false
  const ledger = await LedgerGate.connect(
    thread,
    { eventsMax: settings.queueEventsMax, charactersMax: settings.queueBytesMax },
    {
      onFatal: failure => {
        if (isStarted) onFatal(failure)
      },
      onHead: head => log?.announce(head),
      onGroup: measured => metrics.observeGroup(measured),
    },
  ).catch((error: unknown) => {
    throw asReadFailure(error, `${files.log} cannot be opened`)
  })
  isStarted = true
  log = new SqliteLogReader(files.log)
  const keys = await openSqliteKeyStore(files.keys)
  const authorityKey = await ensureAuthorityKey(keys, settings.data, Date.now())
  const server = buildServer({ ledger, log, keys, logger, metrics, bodyBytesMax: settings.queueBytesMax })

  async function stop(): Promise<void> {
    await server.close() // takes no new request; those that are here are answered
    await ledger.close()
    await log?.close()
    await keys.close()
  }

  try {
    await server.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: urlOf(server.server.address(), settings.host),
    dataFolder: settings.data,
    newAuthorityKeyFile: authorityKey.created ? authorityKey.file : undefined,
    stop,
  }
}

function urlOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
